import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CslItem } from '@shared/domain/bibliography';
import { tableRows, type TableRecord } from '@shared/formats/bibliography';
import { csvText } from '@shared/formats/csv-write';
import { openBibliography, type ParsedRecord } from '../../electron/library/adapters/bibliography';
import { readRows } from '../../electron/library/adapters/bibliography/read-table';
import { readSpreadsheet, writeSpreadsheet } from '../../electron/library/adapters/spreadsheet';
import { aLibrary } from '../builders/csl-items';
import { valueOf } from '../builders/scores';

const SEED = Number(process.env['INQUIRY_SEED'] ?? 20_261_124);
const name = fc.constantFrom('reading', 'школа; клас', '=1+1', '[1]', "'-x", 'a > b', 'π "q"');
const extras = fc.record({
  tags: fc.uniqueArray(name, { maxLength: 3 }),
  collections: fc.array(fc.array(name, { minLength: 1, maxLength: 3 }), { maxLength: 2 }),
  notes: fc.array(
    fc.record({
      body: fc.constantFrom('<p>Their words</p>', '-\n+', '"'),
      format: fc.constantFrom('html', 'text'),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  dateAdded: fc.constant('2026-01-15T08:00:00.000Z'),
  local: fc.constantFrom(
    { readStatus: 'reading', relevance: 4, design: 'rct', education: { country: ['UA'], sample: '24' } },
    { readStatus: 'unread' },
  ),
});
const records: fc.Arbitrary<TableRecord[]> = aLibrary.chain((items) =>
  fc
    .tuple(...items.map(() => extras))
    .map((all) => items.map((item, at) => ({ item, extras: all[at] ?? {} }))),
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inquiry-tables-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** @returns the records that were read; a failed one is not among them */
function recordsOf(read: Iterable<ParsedRecord>): TableRecord[] {
  return [...read].flatMap(({ outcome }) =>
    outcome.kind === 'read' ? [{ item: outcome.item, extras: outcome.extras ?? {} }] : [],
  );
}

const fromCsv = (rows: readonly (readonly string[])[]): TableRecord[] =>
  recordsOf(valueOf(openBibliography(Buffer.from(csvText(rows)))).records);

const fromWorkbook = async (rows: readonly (readonly string[])[]): Promise<TableRecord[]> => {
  const path = join(folder, 'records.xlsx');
  await writeSpreadsheet(rows, path);
  const [sheet] = valueOf(await readSpreadsheet(readFileSync(path)));
  return recordsOf(readRows(sheet?.rows ?? []));
};

describe('a table of records', () => {
  it('comes back from CSV as it was, field for field, with what hangs on each record', () => {
    fc.assert(
      fc.property(records, (all) => {
        expect(fromCsv(tableRows(all))).toEqual(all);
      }),
      { numRuns: 150, seed: SEED },
    );
  });

  it('comes back from a workbook as it was', async () => {
    await fc.assert(
      fc.asyncProperty(records, async (all) => {
        expect(await fromWorkbook(tableRows(all))).toEqual(all);
      }),
      { numRuns: 60, seed: SEED, endOnFailure: true },
    );
  });

  it('keeps particles, seasons, ranges, bodies and texts that no cell of Excel takes', async () => {
    const item: CslItem = {
      type: 'report',
      title: '=HYPERLINK("x")',
      'citation-key': '-koval',
      abstract: `${'слово 👩‍🏫 '.repeat(9_000)}_x0041_ end`,
      author: [
        { family: 'Dijk', given: 'Jan', 'non-dropping-particle': 'van' },
        { literal: 'Board; of [Schools]' },
        { family: 'Koval', given: 'Olena', suffix: 'Jr.' },
      ],
      issued: { 'date-parts': [[2020]], season: 2 },
      'event-date': {
        'date-parts': [
          [2019, 5],
          [2020, 2, 3],
        ],
        circa: true,
      },
      accessed: { literal: 'soon' },
      custom: { ris: { U1: ['a', 'b'] } },
    };
    const rows = tableRows([{ item, extras: { tags: [], collections: [], local: {} } }]);
    expect(fromCsv(rows)[0]?.item).toEqual(item);
    expect((await fromWorkbook(rows))[0]?.item).toEqual(item);
  });
});

it.each(['constructor', 'toString', '__proto__'])(
  'a workbook with the word %s in a cell opens',
  async (word) => {
    const item: CslItem = { type: 'book', title: word, 'citation-key': 'a' };
    const rows = tableRows([{ item, extras: { tags: [word], collections: [], local: {} } }]);
    expect((await fromWorkbook(rows))[0]).toEqual({
      item,
      extras: { tags: [word], collections: [], local: {} },
    });
  },
);

describe('a workbook that is none', () => {
  it('is refused with a reason', async () => {
    expect(await readSpreadsheet(Buffer.from('PK\u0003\u0004 not really'))).toMatchObject({
      ok: false,
      error: { code: 'import.spreadsheet-unreadable' },
    });
  });
});
