import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXPORT_ROWS } from '@db/repositories/export-records';
import { itemListQuery, listItems } from '@db/repositories/item-list';
import { itemWalkSql } from '@db/repositories/item-walk';
import { ITEM_ORDERS, itemView, type ItemSort } from '@shared/domain/library/item-view';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';
import { itemRow } from '../../builders/rows';

const PAPERS = 20_000;
let library: TestLibrary;

beforeAll(() => {
  library = openTestLibrary();
  library.library.core.commands.run('test.fill', (change) => {
    for (let number = 0; number < PAPERS; number += 1) {
      const title = `Paper ${String((number * 7919) % PAPERS).padStart(5, '0')}`;
      change.insert(
        'item',
        itemRow({ title, year: 1990 + (number % 35), sort_authors: `author ${number % 977}` }),
      );
    }
  });
}, 120_000);
afterAll(async () => {
  await library.close();
});

const now = (): string => '2026-01-15T08:00:00.000Z';
const everything = itemView.parse({ scope: { kind: 'all' } });
const sorts: readonly ItemSort[] = ITEM_ORDERS.flatMap((by) => [
  { by, direction: 'ascending' as const },
  { by, direction: 'descending' as const },
]);

describe('the list of 20,000 papers', () => {
  it.each(sorts)('walks an index to page by $by, $direction', (sort) => {
    const { sql, parameters } = itemListQuery(
      library.library.core.db,
      {
        view: everything,
        sort,
        offset: 15_000,
        limit: 100,
      },
      now,
    ).compile();
    const plan = library.library.core.db
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...parameters)
      .map((row) => String(Object.entries(row ?? {}).find(([key]) => key === 'detail')?.[1]));
    const inner = plan.slice(plan.findIndex((step) => step.includes('page')));
    expect(inner.join('\n')).toMatch(/SEARCH item USING COVERING INDEX item_by_/);
    // The only sort is that of the hundred rows of the page.
    expect(plan.filter((step) => step.includes('TEMP B-TREE FOR ORDER BY')).length).toBeLessThanOrEqual(2);
    expect(plan.join('\n')).not.toMatch(/SCAN item\b/);
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
          view: everything,
          sort: { by: 'year', direction: 'descending' },
          offset,
          limit: 500,
        },
        now,
      ))
        seen.add(row.id);
    expect(seen.size).toBe(PAPERS);
  });

  it('is walked by id without sorting it for each page', () => {
    const plan = library.library.core.db.prepare(`EXPLAIN QUERY PLAN ${itemWalkSql('id, csl')}`).all('', 50);
    expect(JSON.stringify(plan)).toMatch(/SEARCH item USING INDEX sqlite_autoindex_item_\d+ \(id>\?\)/);
    expect(JSON.stringify(plan)).not.toContain('TEMP B-TREE');
  });
});
