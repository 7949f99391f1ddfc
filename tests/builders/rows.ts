import type { ItemTable, NoteTable, TagTable } from '@db/schema';
import { v7 as uuidv7 } from 'uuid';

const AT = '2026-01-15T08:00:00.000Z';

/** An item row with every column. @param overrides what matters to the test */
export function itemRow(overrides: Partial<ItemTable> = {}): ItemTable {
  const title = overrides.title ?? 'Ten minutes a day';
  return {
    id: uuidv7(),
    type: 'article-journal',
    csl: JSON.stringify({ type: 'article-journal', title }),
    citation_key: null,
    title,
    authors: 'Halas, Brook',
    year: 2019,
    container_title: 'Example Journal of Reading',
    doi: null,
    language: null,
    design: null,
    read_status: 'to-read',
    sort_title: title.toLowerCase(),
    sort_authors: 'halas brook',
    title_key: title.toLowerCase(),
    provenance: '{}',
    import_batch_id: null,
    is_sample: 0,
    opened_at: null,
    relevance: null,
    education: '{}',
    citation_key_pinned: 0,
    retraction: null,
    created_at: AT,
    updated_at: AT,
    trashed_at: null,
    ...overrides,
  };
}

/** A note row with every column. */
export function noteRow(overrides: Partial<NoteTable> = {}): NoteTable {
  return {
    id: uuidv7(),
    item_id: null,
    body: 'A thought.',
    format: 'text',
    created_at: AT,
    updated_at: AT,
    trashed_at: null,
    ...overrides,
  };
}

/** A tag row with every column. */
export function tagRow(overrides: Partial<TagTable> = {}): TagTable {
  return { id: uuidv7(), name: `tag ${uuidv7()}`, color: null, shortcut: null, ...overrides };
}
