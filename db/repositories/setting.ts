import type Database from 'better-sqlite3';
import type { ChangeSet } from '../change-set';
import { all, first, query } from '../query';

/** @returns setting name -> value as stored (parsed JSON) */
export function readSettingValues(db: Database.Database): Readonly<Record<string, unknown>> {
  const rows = all(db, query.selectFrom('setting').select(['id', 'value']));
  return Object.fromEntries(rows.map((row) => [row.id, JSON.parse(row.value)]));
}

/**
 * Stores one setting.
 * @param change the running command
 * @param name the setting's name
 * @param value anything JSON can hold
 */
export function writeSetting(db: Database.Database, change: ChangeSet, name: string, value: unknown): void {
  const json = JSON.stringify(value);
  const present = first(db, query.selectFrom('setting').select('id').where('id', '=', name));
  if (present) change.update('setting', name, { value: json });
  else change.insert('setting', { id: name, value: json });
}
