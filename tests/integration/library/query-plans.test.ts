import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { EXPORT_ROWS } from '@db/repositories/export-records';
import {
  itemCountQuery,
  itemListQuery,
  itemsBeforeQuery,
  listItemIds,
  listItems,
} from '@db/repositories/item-list';
import { itemWalkSql } from '@db/repositories/item-walk';
import { ITEM_ORDERS, itemView, type ItemSort } from '@shared/domain/library/item-view';
import { conditionOf } from '@shared/domain/search/condition';
import { parseSearch } from '@shared/domain/search/query';
import type { CallInput } from '@shared/ipc/contract';
import { v7 as uuidv7 } from 'uuid';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';
import { itemRow, tagRow } from '../../builders/rows';

const PAPERS = 20_000;
/** Every 150th lies in the trash. */
const TRASHED = 134;
const now = (): string => '2026-01-15T08:00:00.000Z';
const AT = now();
let library: TestLibrary;
/** Ids of what the views of the table need. */
const ids = { parent: uuidv7(), below: uuidv7(), tag: uuidv7(), search: uuidv7(), paper: uuidv7() };

function savedCondition(text: string) {
  const { node } = parseSearch(text);
  if (node === null) throw new Error('nothing to search');
  return conditionOf(node);
}

beforeAll(() => {
  library = openTestLibrary();
  library.library.core.commands.run('test.fill', (change) => {
    const own = { name: '', position: 0, created_at: AT };
    change.insert('collection', { ...own, id: ids.parent, parent_id: null });
    change.insert('collection', { ...own, id: ids.below, parent_id: ids.parent });
    change.insert('tag', tagRow({ id: ids.tag, name: 'urgent' }));
    change.insert('saved_search', {
      ...own,
      id: ids.search,
      updated_at: AT,
      condition: JSON.stringify(savedCondition('phonics tag:urgent phase:primary')),
    });
    for (let number = 0; number < PAPERS; number += 1) {
      const title = `Paper ${String((number * 7919) % PAPERS).padStart(5, '0')}`;
      const id = number === 10 ? ids.paper : uuidv7();
      change.insert(
        'item',
        itemRow({
          id,
          title,
          year: 1990 + (number % 35),
          sort_authors: `author ${number % 977}`,
          // Some values are rare, some common, as in a library that is lived in.
          read_status: number % 200 === 10 ? 'read' : 'to-read',
          type: number % 400 === 10 ? 'thesis' : 'article-journal',
          relevance: number % 3 === 0 ? null : 1 + (number % 5),
          opened_at: number % 90 === 10 ? AT : null,
          trashed_at: number % 150 === 1 ? AT : null,
        }),
      );
      if (number % 10 !== 0) continue;
      const within = { item_id: id, id: uuidv7() };
      change.insert('collection_item', {
        ...within,
        collection_id: number % 20 === 0 ? ids.parent : ids.below,
      });
      if (number % 30 === 10) change.insert('item_tag', { ...within, tag_id: ids.tag });
    }
  });
}, 120_000);
afterAll(async () => {
  await library.close();
});

const sorts: readonly ItemSort[] = ITEM_ORDERS.flatMap((by) => [
  { by, direction: 'ascending' as const },
  { by, direction: 'descending' as const },
]);

const all = { kind: 'all' } as const;
/** Every kind of list that is hot. */
const views: Readonly<Record<string, CallInput<'library.ids'>['view']>> = {
  everything: { scope: all },
  'recently read': { scope: { kind: 'recent' } },
  unfiled: { scope: { kind: 'unfiled' } },
  trash: { scope: { kind: 'trash' } },
  'a collection': { scope: { kind: 'collection', collectionId: ids.below } },
  'a collection with others below': { scope: { kind: 'collection', collectionId: ids.parent } },
  'a tag': { scope: all, tagIds: [ids.tag] },
  'a rare state': { scope: all, statuses: ['read'] },
  'a common state': { scope: all, statuses: ['to-read'] },
  'a rare type': { scope: all, types: ['thesis'] },
  'a common type': { scope: all, types: ['article-journal'] },
  'a least relevance': { scope: all, minRelevance: 2 },
  'two filters': { scope: all, types: ['article-journal'], statuses: ['read'] },
  'a collection and a state': {
    scope: { kind: 'collection', collectionId: ids.below },
    statuses: ['to-read'],
  },
  'a saved search': { scope: { kind: 'search', searchId: ids.search } },
  'words in the search box': { scope: { kind: 'query', text: 'phonics reading' } },
  'fields in the search box': { scope: { kind: 'query', text: 'by:halas phase:primary after:2010' } },
};

interface Step {
  readonly detail: string;
}
/** SQLite's plan, a line per step. */
function planOf(select: {
  compile: () => { readonly sql: string; readonly parameters: readonly unknown[] };
}) {
  const { sql, parameters } = select.compile();
  return library.library.core.db
    .prepare<unknown[], Step>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...parameters)
    .map(({ detail }) => detail);
}

/** Steps in which every paper, or every row of a table that grows with the library, is read. */
const scansOf = (plan: readonly string[]): readonly string[] =>
  plan.filter((step) =>
    /^SCAN (?!page$|s USING COVERING INDEX item_with_education$|t (?:EXISTS )?VIRTUAL TABLE|some$|below$|wanted\b|fulltext\.\w+_fts VIRTUAL)/.test(
      step,
    ),
  );

/** Lists whose condition only the record itself can answer: a common value of one column. */
const READS_RECORDS = new Set([
  'a common state',
  'a common type',
  'a least relevance',
  'two filters',
  'a collection and a state',
]);
/**
 * Lists whose few papers may be sorted: the trash is ordered by what it was emptied of, and rare values come as a list
 * of ids. Everything else is walked in the order of an index.
 */
const SMALL = new Set(['trash', 'recently read', 'a rare state', 'a rare type', 'two filters']);

describe('the list of 20,000 papers', () => {
  describe.each(Object.entries(views))('%s', (name, input) => {
    const view = itemView.parse(input);
    it.each(sorts)('gives a page by $by, $direction, from an index', (sort) => {
      const { db } = library.library.core;
      const plan = planOf(itemListQuery(db, { view, sort, offset: 15_000, limit: 100 }, now));
      const inner = plan.slice(0, plan.indexOf('SCAN page'));
      expect(inner.length).toBeGreaterThan(0);
      // Only a small list may be sorted for each page; the page of a hundred rows is put in order by a sort of its own.
      if (inner.some((step) => step.includes('TEMP B-TREE FOR ORDER BY'))) expect(SMALL).toContain(name);
      // No record is read to find out whether it belongs to the page, unless the search asks for what only it says.
      const walk = inner.find((step) => step.startsWith('SEARCH item USING')) ?? '';
      if (!READS_RECORDS.has(name))
        expect(walk).toMatch(/USING (COVERING INDEX item_by_|INDEX sqlite_autoindex_item_1 \(id=\?\))/);
      expect(scansOf(plan)).toEqual([]);
    });

    it('is counted from indices', () => {
      const plan = planOf(itemCountQuery(library.library.core.db, view, now));
      expect(scansOf(plan)).toEqual([]);
      if (!READS_RECORDS.has(name))
        expect(plan.join('\n')).toMatch(
          /SEARCH item USING (COVERING INDEX item_by_|INDEX sqlite_autoindex_item_1 \(id=\?\))/,
        );
    });

    it('knows the place of a paper in every order without sorting', () => {
      const { db } = library.library.core;
      const [itemId = ''] = listItemIds(db, { view, sort: sorts[0] as ItemSort, offset: 0, limit: 1 }, now);
      for (const sort of sorts) {
        const before = itemsBeforeQuery(db, { view, sort }, itemId, now);
        // Nothing of the test library satisfies the searches: then there is no place either.
        if (before === null) continue;
        const plan = planOf(before);
        expect(scansOf(plan)).toEqual([]);
        expect(plan.filter((step) => step.includes('TEMP B-TREE FOR ORDER BY'))).toEqual([]);
      }
    });
  });

  it('counts what the side column shows without reading a record', async () => {
    const { db } = library.library.core;
    const prepare = vi.spyOn(db, 'prepare');
    await library.get('library.counts', {});
    await library.get('collections.list', {});
    await library.get('tags.list', {});
    const selects = prepare.mock.calls.map(([sql]) => sql).filter((sql) => /^(?:select|with)\b/i.test(sql));
    prepare.mockRestore();
    expect(selects.length).toBeGreaterThan(5);
    for (const sql of selects) {
      const parameters = Array.from(sql.matchAll(/\?/g), () => 1);
      const plan = planOf({ compile: () => ({ sql, parameters }) });
      expect(
        plan.filter((step) =>
          /^(?:SCAN|SEARCH) item USING INDEX item_by|^SCAN (?:item|item_tag|collection_item)$/.test(step),
        ),
      ).toEqual([]);
    }
  });

  it('finds what education fields say in an index of these fields alone', () => {
    for (const text of ['phase:primary', 'subject:01', 'country:UA', 'n:>100', 'fits:yes']) {
      const view = itemView.parse({ scope: { kind: 'query', text } });
      const plan = planOf(itemCountQuery(library.library.core.db, view, now));
      expect(plan.join('\n')).toMatch(/SCAN s USING COVERING INDEX item_with_education/);
    }
  });

  it('reads the records of an export by their ids', () => {
    const plan = library.library.core.db
      .prepare<[string], { detail: string }>(`EXPLAIN QUERY PLAN ${EXPORT_ROWS}`)
      .all('[]')
      .map(({ detail }) => detail);
    expect(plan[0]).toMatch(/^SCAN wanted/);
    expect(plan[1]).toMatch(/^SEARCH item USING .*\(id=\?\)/);
  });

  it('gives the pages of one order without a gap or a repetition', () => {
    const { db } = library.library.core;
    const seen = new Set<string>();
    for (let offset = 0; offset < PAPERS; offset += 500)
      for (const row of listItems(
        db,
        {
          view: itemView.parse({ scope: all }),
          sort: { by: 'year', direction: 'descending' },
          offset,
          limit: 500,
        },
        now,
      ))
        seen.add(row.id);
    expect(seen.size).toBe(PAPERS - TRASHED);
  });

  it('is walked by id without sorting it for each page', () => {
    const plan = library.library.core.db.prepare(`EXPLAIN QUERY PLAN ${itemWalkSql('id, csl')}`).all('', 50);
    expect(JSON.stringify(plan)).toMatch(/SEARCH item USING INDEX sqlite_autoindex_item_\d+ \(id>\?\)/);
    expect(JSON.stringify(plan)).not.toContain('TEMP B-TREE');
  });
});
