import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemCondition, planSearch } from '@db/search/match';
import { pageSearchSql, recordSearchSql } from '@db/search/search';
import { parseSearch } from '@shared/domain/search/query';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';

describe('plans of the hot queries', () => {
  let test: TestLibrary;
  beforeAll(() => {
    test = openTestLibrary();
  });
  afterAll(() => test.close());

  const plan = (sql: string, parameters: readonly (string | number)[]): readonly string[] => {
    const rows = test.library.core.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters);
    return rows.map((row) => JSON.stringify(row));
  };
  const filterOf = (text: string) => {
    const { node } = parseSearch(text);
    if (node === null) throw new Error('nothing to search');
    return planSearch(node).filter;
  };

  it.each(['item', 'annotation', 'note', 'journal', 'report'] as const)(
    '%s hits come from the index, one row each',
    (kind) => {
      const steps = plan(recordSearchSql(kind, null), ['x', 10]);
      expect(steps.some((step) => /SCAN fulltext\.record_fts VIRTUAL TABLE/.test(step))).toBe(true);
      expect(steps.filter((step) => step.includes('"SCAN') && !step.includes('VIRTUAL TABLE'))).toEqual([]);
      // Sorted by the index itself, not afterwards.
      expect(steps.some((step) => step.includes('TEMP B-TREE'))).toBe(false);
    },
  );

  it('page hits come from the index, also within selected items', () => {
    for (const filter of [null, filterOf('phonics after:2015 tag:urgent')]) {
      const steps = plan(pageSearchSql(filter), ['x', ...(filter?.parameters ?? []), 10]);
      expect(steps.some((step) => /SCAN fulltext\.page_fts VIRTUAL TABLE/.test(step))).toBe(true);
      expect(steps.some((step) => /SEARCH p USING INTEGER PRIMARY KEY/.test(step))).toBe(true);
      expect(steps.filter((step) => /"SCAN p\b/.test(step))).toEqual([]);
    }
  });

  it('a filter by text reads each text index once, not per item', () => {
    const { node } = parseSearch('phonics or by:halas');
    if (node === null) throw new Error('nothing to search');
    const { sql, parameters } = itemCondition(node);
    const steps = plan(`SELECT i.id FROM item i WHERE i.trashed_at IS NULL AND ${sql}`, parameters);
    expect(steps.filter((step) => step.includes('CORRELATED'))).toEqual([]);
  });
});
