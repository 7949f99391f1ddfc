import { readSettingValues, writeSetting } from '@db/repositories/setting';
import { readSettings, type Settings } from '@shared/domain/settings/settings';
import type { Core } from '../core';

/** @returns the name this person signs with, as a list that is empty while they stay unnamed */
export function authorNames(db: Core['db']): string[] {
  const { authorName } = readSettings(readSettingValues(db));
  return authorName === '' ? [] : [authorName];
}

/** Reads and writes the settings of this library. */
export class SettingsService {
  readonly #core: Pick<Core, 'db' | 'commands' | 'events'>;

  constructor(core: Pick<Core, 'db' | 'commands' | 'events'>) {
    this.#core = core;
    core.commands.onCommitted((entry) => {
      // Undo and redo change settings too, so the log tells it and not `set`.
      const names = entry.changes.filter((change) => change.table === 'setting').map((change) => change.id);
      if (names.length > 0) core.events.emit('settings.changed', { names });
    });
  }

  get(): Settings {
    return readSettings(readSettingValues(this.#core.db));
  }

  /** @param changes the settings to change, already valid */
  set(changes: Readonly<Partial<Record<keyof Settings, unknown>>>): Settings {
    const { db, commands } = this.#core;
    commands.run('settings.set', (change) => {
      for (const [name, value] of Object.entries(changes))
        if (value !== undefined) writeSetting(db, change, name, value);
    });
    return this.get();
  }
}
