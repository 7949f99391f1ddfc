import type Database from 'better-sqlite3';
import { sql, type RawBuilder } from 'kysely';
import { all, query } from '../query';

/**
 * The document that "Read" opens and that stands for "the paper" everywhere: the PDF marked as main, else the oldest, outside the trash.
 * @param itemId reference to a column with the id of the record, such as `item.id`
 * @returns an SQL expression: id of the attachment, or null
 */
export function mainDocument(itemId: string): RawBuilder<string | null> {
  // Ids are made in the order of time.
  return sql<
    string | null
  >`(SELECT paper.id FROM attachment AS paper JOIN file AS paper_file ON paper_file.id = paper.file_id
    WHERE paper.item_id = ${sql.ref(itemId)} AND paper.trashed_at IS NULL AND paper_file.media_type = 'application/pdf'
    ORDER BY paper.is_main DESC, paper.id LIMIT 1)`;
}

/** @returns id of the record's main document, or undefined when it has no PDF */
export function readMainDocument(db: Database.Database, itemId: string): string | undefined {
  const select = query
    .selectFrom('item')
    .select(mainDocument('item.id').as('id'))
    .where('item.id', '=', itemId);
  return all(db, select)[0]?.id ?? undefined;
}
