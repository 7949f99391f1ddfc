import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { ChangeSet } from '@db/change-set';
import { beginDocument, finishDocument, mergePages, storePages } from '@db/search/pages';
import type { TestLibrary } from './open-test-library';
import { inventedProse, type Prose } from './prose';
import { itemRow, tagRow } from './rows';

const AT = '2026-01-15T08:00:00.000Z';
const TYPES = ['article-journal', 'article-journal', 'article-journal', 'book', 'chapter', 'thesis'];
const STATUSES = ['to-read', 'to-read', 'reading', 'read', 'skimmed'];
const COMMAND = 1_000;

/** What a large library holds. */
export interface LargeLibrary {
  readonly items: number;
  /** Papers with full text, spread over the items. */
  readonly texts: number;
  /** Pages of each, of 450 words. */
  readonly pages: number;
  readonly collections?: number;
  readonly tags?: number;
}

/** Longest writes of the index, in milliseconds: how long no call would have been answered. */
export interface IndexBlocks {
  readonly longestPages: number;
  readonly longestMerge: number;
}

/**
 * Fills a library with invented papers, tags, collections and full texts, the same each time for the same numbers.
 * @param test an open library
 * @param size how much of each
 * @returns ids of the papers, and how long writes to the index took
 */
export async function fillLargeLibrary(
  test: TestLibrary,
  { items, texts, pages, collections = 40, tags = 60 }: LargeLibrary,
): Promise<{ readonly ids: readonly string[]; readonly blocks: IndexBlocks }> {
  const { commands } = test.library.core;
  const prose = inventedProse(42);
  const journals = Array.from({ length: 400 }, () => prose.text(3));
  const tagIds = Array.from({ length: tags }, () => uuidv7());
  const collectionIds = Array.from({ length: collections }, () => uuidv7());
  const ids: string[] = [];
  commands.run('test.shelves', (change) => {
    tagIds.forEach((id, index) => {
      change.insert('tag', tagRow({ id, name: `${prose.word()} ${String(index)}` }));
    });
    collectionIds.forEach((id, position) => {
      const parent_id = position % 4 === 0 ? null : (collectionIds[position - (position % 4)] ?? null);
      change.insert('collection', { id, parent_id, name: prose.text(2), position, created_at: AT });
    });
  });
  for (let from = 0; from < items; from += COMMAND)
    commands.run('test.papers', (change) => {
      for (let index = from; index < Math.min(from + COMMAND, items); index += 1)
        ids.push(addItem(change, index, prose, journals, tagIds, collectionIds));
    });
  await test.library.search.settled();
  return { ids, blocks: addTexts(test, ids, texts, pages) };
}

function addItem(
  change: ChangeSet,
  index: number,
  prose: Prose,
  journals: readonly string[],
  tagIds: readonly string[],
  collectionIds: readonly string[],
): string {
  const title = prose.text(9);
  const family = prose.word();
  const journal = journals[(index * 7) % journals.length] ?? '';
  const year = 1990 + (index % 36);
  const type = TYPES[index % TYPES.length] ?? 'article-journal';
  const csl = {
    type,
    title,
    author: [{ family, given: prose.word() }],
    issued: { 'date-parts': [[year]] },
    'container-title': journal,
    abstract: prose.text(150),
    DOI: `10.5555/made.${String(index)}`,
  };
  const row = itemRow({
    type,
    title,
    csl: JSON.stringify(csl),
    citation_key: `${family}${String(year)}${String(index)}`,
    authors: family,
    sort_authors: family,
    year,
    container_title: journal,
    doi: `10.5555/made.${String(index)}`,
    read_status: STATUSES[index % STATUSES.length] ?? 'to-read',
    relevance: index % 5 === 0 ? (index % 4) + 2 : null,
    created_at: new Date(Date.parse(AT) + index * 60_000).toISOString(),
  });
  change.insert('item', row);
  const tagId = tagIds[index % (tagIds.length * 2)];
  if (tagId !== undefined) change.insert('item_tag', { id: uuidv7(), item_id: row.id, tag_id: tagId });
  const collectionId = collectionIds[index % (collectionIds.length * 3)];
  if (collectionId !== undefined)
    change.insert('collection_item', { id: uuidv7(), collection_id: collectionId, item_id: row.id });
  return row.id;
}

/** Pages that the reader of PDFs hands over at once. */
const PAGE_BATCH = 4;

function addTexts(test: TestLibrary, ids: readonly string[], texts: number, pages: number): IndexBlocks {
  const { db, commands } = test.library.core;
  const prose = inventedProse(7);
  let [longestPages, longestMerge] = [0, 0];
  const timed = <T>(work: () => T): readonly [T, number] => {
    const begun = performance.now();
    return [work(), performance.now() - begun];
  };
  const step = Math.max(1, Math.floor(ids.length / Math.max(1, texts)));
  for (let index = 0; index < texts; index += 1) {
    const fileId = createHash('sha256').update(`text ${String(index)}`).digest('hex');
    const itemId = ids[(index * step) % ids.length] ?? '';
    commands.run('test.texts', (change) => {
      change.insert('file', {
        id: fileId,
        size: 1,
        media_type: 'application/pdf',
        original_name: 'a.pdf',
        created_at: AT,
      });
      change.insert('attachment', {
        id: uuidv7(),
        item_id: itemId,
        file_id: fileId,
        title: 'a.pdf',
        fingerprint: null,
        page_count: pages,
        text_status: 'indexed',
        text_error: null,
        last_page_index: 0,
        created_at: AT,
        trashed_at: null,
      });
    });
    beginDocument(db, fileId, AT);
    for (let from = 0; from < pages; from += PAGE_BATCH) {
      const batch = Array.from({ length: Math.min(PAGE_BATCH, pages - from) }, (_, at) => ({
        pageIndex: from + at,
        label: null,
        text: prose.text(450),
      }));
      longestPages = Math.max(
        longestPages,
        timed(() => {
          storePages(db, fileId, batch);
        })[1],
      );
      for (let merges = 0; merges < 3; merges += 1) {
        const [goesOn, elapsed] = timed(() => mergePages(db));
        longestMerge = Math.max(longestMerge, elapsed);
        if (!goesOn) break;
      }
    }
    const outcome = {
      state: 'indexed' as const,
      pageCount: pages,
      fingerprint: null,
      error: null,
      repaired: null,
    };
    finishDocument(db, fileId, outcome, AT);
  }
  while (mergePages(db)) {
    // As the service does when it has nothing more to read.
  }
  return { longestPages, longestMerge };
}
