import { writeFile } from 'node:fs/promises';
import { readItem } from '@db/repositories/item';
import { readReadingEntry, readReadingLog, type ReadingRow } from '@db/repositories/reading';
import type { CallInput, CallOutput } from '@shared/ipc/contract';
import { csvText } from '@shared/formats/csv-write';
import { fail, ok, type Result } from '@shared/lib/result';
import type { Core } from '../core';

type Entry = CallOutput<'reading.list'>[number];
type Fields = Omit<CallInput<'reading.add'>, 'itemId'>;
type Changes = Omit<CallInput<'reading.update'>, 'entryId'>;

/** What was read when, why, and what was taken from it. Nobody is counted or ranked by it. */
export class ReadingLog {
  readonly #core: Pick<Core, 'db' | 'commands' | 'clock' | 'ids'>;

  constructor(core: Pick<Core, 'db' | 'commands' | 'clock' | 'ids'>) {
    this.#core = core;
  }

  list(itemId: string | undefined): Entry[] {
    return readReadingLog(this.#core.db, itemId).map(toEntry);
  }

  /** @returns the id of the entry, or `library.item-missing` */
  add(itemId: string, fields: Fields): Result<{ entryId: string }> {
    const { db, commands, clock, ids } = this.#core;
    const item = readItem(db, itemId);
    if (!item) return fail('library.item-missing');
    const entryId = ids.next();
    const at = clock.now();
    commands.run(
      'reading.add',
      (change) => {
        change.insert('reading_log_entry', {
          id: entryId,
          item_id: itemId,
          date: fields.date,
          minutes: fields.minutes ?? null,
          purpose: fields.purpose ?? '',
          key_idea: fields.keyIdea ?? '',
          question: fields.question ?? '',
          used_for: fields.usedFor ?? '',
          created_at: at,
          updated_at: at,
        });
      },
      { params: { title: item.title } },
    );
    return ok({ entryId });
  }

  /** Typing in one field is one step. @returns `reading.missing` */
  update(entryId: string, fields: Changes): Result<{ entryId: string }> {
    const { db, commands, clock } = this.#core;
    const row = readReadingEntry(db, entryId);
    if (!row) return fail('reading.missing');
    const patch = {
      ...(fields.date === undefined ? {} : { date: fields.date }),
      ...(fields.minutes === undefined ? {} : { minutes: fields.minutes }),
      ...(fields.purpose === undefined ? {} : { purpose: fields.purpose }),
      ...(fields.keyIdea === undefined ? {} : { key_idea: fields.keyIdea }),
      ...(fields.question === undefined ? {} : { question: fields.question }),
      ...(fields.usedFor === undefined ? {} : { used_for: fields.usedFor }),
    };
    commands.run(
      'reading.update',
      (change) => {
        change.update('reading_log_entry', entryId, { ...patch, updated_at: clock.now() });
      },
      { coalesceKey: `reading:${entryId}:${Object.keys(patch).join(',')}` },
    );
    return ok({ entryId });
  }

  /** @returns `reading.missing` */
  remove(entryId: string): Result<{ removed: true }> {
    const { db, commands } = this.#core;
    if (!readReadingEntry(db, entryId)) return fail('reading.missing');
    commands.run('reading.remove', (change) => {
      change.remove('reading_log_entry', entryId);
    });
    return ok({ removed: true });
  }

  /**
   * Writes the whole log as CSV, the oldest entry first.
   * @param header names of the columns in the language of the person
   * @returns `reading.not-written` when the file cannot be written
   */
  async exportCsv(path: string, header: readonly string[]): Promise<Result<{ written: number }>> {
    const rows = [...readReadingLog(this.#core.db)].reverse();
    const lines = rows.map((row) => [
      row.date,
      row.item_title,
      row.item_authors,
      row.item_year === null ? '' : String(row.item_year),
      row.minutes === null ? '' : String(row.minutes),
      row.purpose,
      row.key_idea,
      row.question,
      row.used_for,
    ]);
    try {
      await writeFile(path, csvText([header, ...lines]), 'utf8');
    } catch (error) {
      return fail('reading.not-written', {}, String(error));
    }
    return ok({ written: rows.length });
  }
}

function toEntry(row: ReadingRow): Entry {
  return {
    id: row.id,
    itemId: row.item_id,
    itemTitle: row.item_title,
    itemAuthors: row.item_authors,
    itemYear: row.item_year,
    date: row.date,
    minutes: row.minutes,
    purpose: row.purpose,
    keyIdea: row.key_idea,
    question: row.question,
    usedFor: row.used_for,
  };
}
