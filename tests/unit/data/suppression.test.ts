import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  atLeastDefault,
  DEFAULT_LIMITS,
  mayLeave,
  rareCombinations,
  sharedPercentage,
  suppressCounts,
  suppressTable,
  type SharedCell,
  type SharedTable,
} from '@shared/domain/privacy';

const sumUp = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Whether a count fits what the shared table prints in a cell. */
function fits(cell: SharedCell | undefined, count: number): boolean {
  if (cell?.kind === 'shown') return cell.count === count;
  return cell?.kind === 'few' ? count >= 1 && count <= 4 : count >= 0;
}

/** Every table up to `most` per cell that a reader cannot tell from the real one; the attacker of the property test. */
function possibleTables(shared: SharedTable, rows: number, columns: number, most: number): number[][][] {
  const results: number[][][] = [];
  const body: number[] = [];
  const visit = (): void => {
    if (body.length === rows * columns) {
      const table = Array.from({ length: rows }, (_, r) => body.slice(r * columns, (r + 1) * columns));
      const columnSums = Array.from({ length: columns }, (_, c) => sumUp(table.map((row) => row[c] ?? 0)));
      if (
        table.every((row, r) => fits(shared.rowTotals[r], sumUp(row))) &&
        columnSums.every((value, c) => fits(shared.columnTotals[c], value)) &&
        fits(shared.total, sumUp(body))
      ) {
        results.push(table);
      }
      return;
    }
    const cell = shared.cells[Math.floor(body.length / columns)]?.[body.length % columns];
    for (let count = 0; count <= most; count += 1) {
      if (!fits(cell, count)) continue;
      body.push(count);
      visit();
      body.pop();
    }
  };
  visit();
  return results;
}

describe('suppression of counts for a shared file (domain 4.4)', () => {
  it('hides counts of 1 to 4 and a neighbour that would give them away', () => {
    const { cells, total } = suppressCounts([2, 10, 16]);
    expect(cells).toEqual([{ kind: 'few' }, { kind: 'hidden' }, { kind: 'shown', count: 16 }]);
    expect(total).toEqual({ kind: 'shown', count: 28 });
  });

  it('story 6: two boys in a class hide the girls of that class too', () => {
    const shared = suppressTable([
      [2, 12],
      [8, 6],
    ]);
    expect(shared.cells[0]?.[0]).toEqual({ kind: 'few' });
    expect(shared.cells[0]?.[1]).toEqual({ kind: 'hidden' });
    expect(shared.total).toEqual({ kind: 'shown', count: 28 });
  });

  it('two small counts with a telling total are not left to be worked out', () => {
    // 1 + 1 = 2: "<5" and "<5" beside a total of 2 would be solved, so the total goes too.
    const { cells, total } = suppressCounts([1, 1, 20]);
    expect(cells[0]).toEqual({ kind: 'few' });
    expect([...cells, total].filter((cell) => cell.kind !== 'shown').length).toBeGreaterThan(2);
  });

  it('a table without small counts is shown whole', () => {
    const shared = suppressTable([
      [5, 9],
      [0, 30],
    ]);
    expect(shared.cells.flat().every((cell) => cell.kind === 'shown')).toBe(true);
  });

  it('no hidden cell of any 1 to 3 by 1 to 3 table can be solved by trying every table', () => {
    const most = 7;
    const table = fc
      .tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 3 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(fc.nat(most), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(table, (counts) => {
        const rows = counts.length;
        const columns = counts[0]?.length ?? 0;
        const shared = suppressTable(counts);
        // The attacker may try one more than the largest count, or a hidden maximum would look solved.
        const candidates = possibleTables(shared, rows, columns, most + 1);
        const spread = (read: (t: number[][]) => number): number => new Set(candidates.map(read)).size;
        shared.cells.forEach((row, r) => {
          row.forEach((cell, c) => {
            const count = counts[r]?.[c] ?? 0;
            expect(fits(cell, count)).toBe(true);
            if (count >= 1 && count <= 4) expect(cell.kind).not.toBe('shown');
            if (cell.kind !== 'shown') expect(spread((t) => t[r]?.[c] ?? 0)).toBeGreaterThan(1);
          });
        });
        shared.rowTotals.forEach((cell, r) => {
          if (cell.kind !== 'shown') expect(spread((t) => sumUp(t[r] ?? []))).toBeGreaterThan(1);
        });
        shared.columnTotals.forEach((cell, c) => {
          if (cell.kind !== 'shown')
            expect(spread((t) => sumUp(t.map((row) => row[c] ?? 0)))).toBeGreaterThan(1);
        });
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('limits can be raised but not lowered for a shared file', () => {
    expect(atLeastDefault({ cell: 2, group: 3 })).toEqual(DEFAULT_LIMITS);
    expect(atLeastDefault({ group: 20 })).toEqual({ cell: 5, group: 20 });
    expect(suppressCounts([3, 30, 40], { cell: 1, group: 1 }).cells[0]).toEqual({ kind: 'few' });
  });

  it('percentages: small groups withheld, 0 and 100 of a sensitive attribute masked', () => {
    expect(sharedPercentage(20, 40, true)).toEqual({ kind: 'shown', percent: 50 });
    expect(sharedPercentage(40, 40, true)).toEqual({ kind: 'masked' });
    expect(sharedPercentage(40, 40, false)).toEqual({ kind: 'shown', percent: 100 });
    expect(sharedPercentage(38, 40, false)).toEqual({ kind: 'withheld' });
    expect(sharedPercentage(5, 9, false)).toEqual({ kind: 'withheld' });
  });

  it('rare combinations of shared attributes are named', () => {
    const rows = [
      ...Array.from({ length: 6 }, () => ({ class: '5a', need: 'no' })),
      { class: '5a', need: 'yes' },
    ];
    expect(rareCombinations(rows, ['class', 'need'])).toEqual([{ values: ['5a', 'yes'], count: 1 }]);
    expect(rareCombinations(rows, ['class'])).toEqual([]);
  });

  it('only P0 and P1 may leave', () => {
    expect([mayLeave('P0'), mayLeave('P1'), mayLeave('P2'), mayLeave('P3')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
