import { sql } from 'kysely';
import type { ChangeSet } from '@db/change-set';
import { all, query } from '@db/query';
import { readSettingValues } from '@db/repositories/setting';
import { namesByPattern } from '@shared/domain/library/attachment-name';
import { readSettings } from '@shared/domain/settings/settings';
import type { CallOutput } from '@shared/ipc/contract';
import { ok, type Result } from '@shared/lib/result';
import type { Core } from '../core';
import { fileNameOf } from './document-copies';
import { parseCsl } from './import-duplicates';

/** Names of files stay understandable in every language of the app. */
const WORDS = { and: '&', others: 'et al.' } as const;
const MOST_SHOWN = 100;

/** A document with the name it has and the one the pattern gives it. */
export interface ProposedName {
  readonly attachmentId: string;
  readonly itemTitle: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Names by the person's pattern for all documents of records, those that have theirs too.
 * @param itemIds records; unknown ones and those whose data give no name are left out
 * @returns in the order of the records' ids, the main document of each first
 */
export function proposeNames(core: Pick<Core, 'db'>, itemIds: readonly string[]): readonly ProposedName[] {
  const { attachmentNamePattern } = readSettings(readSettingValues(core.db));
  const ids = sql<string>`(SELECT value FROM json_each(${JSON.stringify(itemIds)}))`;
  const rows = all(
    core.db,
    query
      .selectFrom('attachment')
      .innerJoin('file', 'file.id', 'attachment.file_id')
      .innerJoin('item', 'item.id', 'attachment.item_id')
      .select([
        'attachment.id',
        'attachment.title',
        'attachment.item_id',
        'item.csl',
        'item.title as itemTitle',
      ])
      .select(['file.original_name as origin', 'file.media_type as mediaType'])
      .where('attachment.item_id', 'in', ids)
      .where('attachment.trashed_at', 'is', null)
      .orderBy('attachment.item_id')
      .orderBy('attachment.is_main', 'desc')
      .orderBy('attachment.id'),
  );
  const byRecord = new Map<string, typeof rows>();
  for (const row of rows) byRecord.set(row.item_id, [...(byRecord.get(row.item_id) ?? []), row]);
  return [...byRecord.values()].flatMap((documents) => {
    const item = parseCsl(documents[0]?.csl ?? '');
    if (!item) return [];
    const names = namesByPattern(item, documents.map(fileNameOf), attachmentNamePattern, WORDS);
    return documents.flatMap(({ id, title, itemTitle }, index) => {
      const after = names[index];
      return after === undefined ? [] : [{ attachmentId: id, itemTitle, before: title, after }];
    });
  });
}

/** Names of documents by the pattern, for many records at once. */
export class DocumentNames {
  readonly #core: Pick<Core, 'db' | 'commands'>;

  constructor(core: Pick<Core, 'db' | 'commands'>) {
    this.#core = core;
  }

  /** What would change, the first hundred in full. */
  preview(itemIds: readonly string[]): CallOutput<'health.previewNames'> {
    const changed = this.#changed(itemIds);
    return { changed: changed.length, samples: changed.slice(0, MOST_SHOWN) };
  }

  /** Names them, as one step. @returns how many documents have another name now */
  apply(itemIds: readonly string[]): Result<{ changed: number }> {
    const changed = this.#changed(itemIds);
    if (changed.length > 0)
      this.#core.commands.run(
        'health.name-files',
        (change) => {
          for (const { attachmentId, after } of changed)
            change.update('attachment', attachmentId, { title: after });
        },
        { params: { count: changed.length } },
      );
    return ok({ changed: changed.length });
  }

  #changed(itemIds: readonly string[]): ProposedName[] {
    return proposeNames(this.#core, itemIds).filter(({ before, after }) => before !== after);
  }
}

/**
 * Names the documents that a command brought, as a part of it.
 * @param change the command; documents that were there before keep their names
 */
export function nameNewDocuments(core: Pick<Core, 'db'>, change: ChangeSet): void {
  const fresh = change.changes.filter(({ table, before }) => table === 'attachment' && before === null);
  const ids = new Set(fresh.map(({ id }) => id));
  const itemIds = [...new Set(fresh.map(({ after }) => String(after?.['item_id'])))];
  if (itemIds.length === 0) return;
  for (const { attachmentId, after } of proposeNames(core, itemIds))
    if (ids.has(attachmentId)) change.update('attachment', attachmentId, { title: after });
}
