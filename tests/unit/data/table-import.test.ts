import iconv from 'iconv-lite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTable, type CheckedTable } from '@shared/domain/dataset/check-table';
import { guessMapping, mappingOf } from '@shared/domain/dataset/guess';
import { DEFAULT_MISSING_WORDS, readScore } from '@shared/domain/dataset/scores';
import type { ImportRecipe } from '@shared/domain/dataset/recipe';
import { guessEncoding, readTable, type TableText } from '../../../electron/library/adapters/table-import';
import { G2, valueOf } from '../../builders/scores';

const bytes = (text: string, encoding = 'utf-8'): Uint8Array => iconv.encode(text, encoding);
const lines = (...rows: readonly string[]): string => rows.join('\r\n');

/** Reads, guesses and checks a text, as the wizard does when nothing is corrected. */
function checked(
  text: string,
  over: Partial<ImportRecipe> = {},
): CheckedTable & { readonly table: TableText } {
  const table = valueOf(readTable(bytes(text)));
  const guess = guessMapping(table.rows);
  const columns = over.columns ?? mappingOf(guess);
  if (columns === null) throw new Error('Columns could not be guessed');
  const recipe: ImportRecipe = {
    version: 1,
    encoding: table.encoding,
    delimiter: table.delimiter,
    headerRow: guess.headerRow,
    decimal: guess.decimal,
    range: null,
    missingWords: [],
    duplicates: 'leave-out',
    outOfRange: 'leave-out',
    ...over,
    columns,
  };
  return { ...checkTable(table.rows, recipe), table };
}

const found = (result: CheckedTable): string[] =>
  result.issues.map((one) => `${one.kind}@${one.rows.join('+')}`);

describe('reading a table file', () => {
  const rows = ['id,before,after', 'a,1,2', 'b,3,4'];
  it.each([
    [',', lines(...rows)],
    [';', lines(...rows).replaceAll(',', ';')],
    ['\t', lines(...rows).replaceAll(',', '\t')],
    [';', 'id;до;після\nа;3,5;4,5\nб;2,5;7\n'],
    [',', 'id,before,after\n"Lys; M.",1,2\n"Hora; O.",3,4\n'],
  ])('finds the separator %j', (delimiter, text) => {
    expect(valueOf(readTable(bytes(text))).delimiter).toBe(delimiter);
  });

  it.each([
    ['utf-8', 'ім’я;до;після\nЯрина;1;2\n'],
    ['windows-1251', 'учень;до;після\nЇжак;1;н\n'],
    ['windows-1252', 'name;before;after\nZoé Müller;1;2\n'],
    ['utf-16le', '\uFEFFучень;до;після\nЇжак;1;2\n'],
  ] as const)('finds the encoding %s', (encoding, text) => {
    const read = valueOf(readTable(bytes(text, encoding)));
    expect(read.encoding).toBe(encoding);
    expect(read.rows[1]?.[0]).toBe(text.split('\n')[1]?.split(';')[0]);
  });

  it('takes a lone Cyrillic н for windows-1251 and a byte order mark for what it says', () => {
    expect(guessEncoding(bytes('id;a;b\n1;5;н\n', 'windows-1251'))).toBe('windows-1251');
    expect(guessEncoding(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe('utf-8');
  });

  it.each([
    ['data.table-is-spreadsheet', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 1, 2)],
    ['data.table-not-text', Uint8Array.from({ length: 500 }, (_, i) => (i * 7) % 32)],
    ['data.table-empty', bytes('\r\n ,  \r\n')],
    ['data.table-too-large', new Uint8Array(11 * 1024 * 1024)],
    ['data.table-too-long', bytes('a,1,2\n'.repeat(20_001))],
    ['data.table-too-wide', bytes(`${','.repeat(600)}x`)],
  ])('refuses with %s', (code, content) => {
    expect(readTable(content)).toMatchObject({ ok: false, error: { code } });
  });
});

describe('guessing the columns', () => {
  it.each([
    ['pupil,pre,post', ['a,1,2', 'b,3,4'], [0, 1, 2]],
    ['Прізвище;Вхідний зріз;Підсумковий зріз', ['Їжак;5;7', 'Сова;6;9'], [0, 1, 2]],
    ['no,name,class,post-test,pre-test', ['1,x,5a,8,7', '2,y,5a,9,6'], [1, 4, 3]],
  ])('%s', (heading, body, expected) => {
    const guess = guessMapping(valueOf(readTable(bytes(lines(heading, ...body)))).rows);
    expect(guess.headerRow).toBe(0);
    expect([guess.id, guess.before, guess.after]).toEqual(expected);
  });

  it('skips title rows and takes a file without a heading', () => {
    const titled = guessMapping(
      valueOf(readTable(bytes(lines('Year 5 fluency,,', ',,', 'id,before,after', 'a,1,2')))).rows,
    );
    expect(titled.headerRow).toBe(2);
    const bare = guessMapping(valueOf(readTable(bytes(lines('a,1,2', 'b,3,4')))).rows);
    expect(bare).toMatchObject({ headerRow: null, id: 0, before: 1, after: 2 });
  });
});

describe('checking before anything is analysed', () => {
  it('a clean file gives its rows and no issue', () => {
    const text = lines(
      'id,before,after',
      ...G2.pre.map((pre, i) => `p${String(i)},${String(pre)},${String(G2.post[i])}`),
    );
    const result = checked(text);
    expect(result.issues).toEqual([]);
    expect(result.rows.map((row) => row.before)).toEqual(G2.pre);
    expect(result.rows.map((row) => row.after)).toEqual(G2.post);
  });

  it('story 2: one duplicated identifier, two "abs", one 105 of 100: four issues with rows', () => {
    const result = checked(
      lines(
        'id,before,after',
        'p1,40,50',
        'p2,abs,61',
        'p3,55,105',
        'p4,48,52',
        'p4,49,53',
        'p5,60,abs',
        'p6,50,58',
      ),
      { range: { min: 0, max: 100 } },
    );
    expect(found(result).sort()).toEqual([
      'duplicate-id@5+6',
      'missing-score@3',
      'missing-score@7',
      'out-of-range@4',
    ]);
    expect(result.rows.map((row) => row.identifier)).toEqual(['p1', 'p2', 'p3', 'p5', 'p6']);
    expect(result.rows.find((row) => row.identifier === 'p3')?.after).toBeNull();
    expect(result.rows.find((row) => row.identifier === 'p2')?.before).toBeNull();
  });

  it('duplicates: first, last, or left out; out of range: kept on wish', () => {
    const text = lines('id,before,after', 'p1,1,2', 'P1 ,3,4', 'p2,5,600');
    const row = (over: Partial<ImportRecipe>) =>
      checked(text, over).rows.map(({ before, after }) => [before, after]);
    const range = { min: 0, max: 100 };
    expect(row({ range })).toEqual([[5, null]]);
    expect(row({ range, duplicates: 'first' })).toEqual([
      [1, 2],
      [5, null],
    ]);
    expect(row({ range, duplicates: 'last', outOfRange: 'keep' })).toEqual([
      [3, 4],
      [5, 600],
    ]);
  });

  it.each(DEFAULT_MISSING_WORDS.map((word) => [word]))('"%s" is missing, not zero', (word) => {
    const result = checked(lines('id;before;after', `p1;${word};5`, 'p2;3;4', 'p3;1;2', 'p4;0;7'));
    expect(result.rows[0]).toMatchObject({ before: null, after: 5 });
    expect(result.rows[3]).toMatchObject({ before: 0, after: 7 });
    expect(found(result)).toEqual(['missing-score@2']);
  });

  it('decimal commas, text scores, dates, formulas and unclear thousands', () => {
    const result = checked(
      lines(
        'id;before;after',
        'p1;3,5;4,25',
        'p2;good;4',
        'p3;01.05.2026;5',
        'p4;=A1+A2;5',
        'p5;4,5;5,5',
        'p6;1.234;6',
      ),
    );
    expect(result.rows[0]).toMatchObject({ before: 3.5, after: 4.25 });
    expect(result.issues.filter((one) => one.kind === 'text-score').map((one) => one.reason)).toEqual([
      'words',
      'date',
      'formula',
      'unclear-number',
    ]);
    expect(result.issues.find((one) => one.kind === 'decimal-comma')?.rows).toEqual([2, 6]);
  });

  it('blank, half-filled, nameless and repeated heading rows, each with its number', () => {
    const result = checked(
      lines('id,before,after', 'p1,1,2', ',,', 'p2,,', ',3,4', 'id,before,after', 'p3,5', 'p4,5,6'),
    );
    expect(found(result).sort()).toEqual([
      'blank-row@3',
      'half-filled-row@4',
      'missing-id@5',
      'missing-score@7',
      'repeated-header@6',
    ]);
    expect(result.rows.map((row) => row.identifier)).toEqual(['p1', 'p3', 'p4']);
  });

  it('leading zeros are kept, and 007 beside 7 is pointed out', () => {
    const result = checked(lines('id,before,after', '007,1,2', '7,3,4', '012,5,6'));
    expect(result.rows.map((row) => row.identifier)).toEqual(['007', '7', '012']);
    expect(found(result)).toEqual(['leading-zeros@2+4', 'similar-ids@2+3']);
  });

  it('long layout and two lists side by side: who has no partner', () => {
    const long = checked(
      lines('id,when,score', 'p1,pre,1', 'p1,post,2', 'p2,pre,3', 'p3,mid,3', 'p4,POST,9'),
      {
        columns: { layout: 'long', id: 0, occasion: 1, score: 2, beforeLabel: 'pre', afterLabel: 'post' },
        headerRow: 0,
      },
    );
    expect(found(long).sort()).toEqual(['half-filled-row@5', 'unmatched-id@4', 'unmatched-id@6']);
    expect(long.rows[0]).toMatchObject({ identifier: 'p1', before: 1, after: 2 });
    const side = checked(lines('id,before,id,after', 'p1,1,p2,8', 'p2,3,p1,4', 'p3,5,p9,6'), {
      columns: { layout: 'wide', id: 0, before: 1, idAfter: 2, after: 3 },
      headerRow: 0,
    });
    expect(side.rows.slice(0, 2)).toMatchObject([
      { before: 1, after: 4 },
      { before: 3, after: 8 },
    ]);
    expect(found(side)).toEqual(['unmatched-id@4', 'unmatched-id@4']);
  });

  it('a changed maximum mark is worth a question', () => {
    const text = lines(
      'id,before,after',
      ...[8, 9, 10, 11, 12].map((x, i) => `p${String(i)},${String(x)},${String(x * 8)}`),
    );
    expect(found(checked(text))).toEqual(['scale-may-differ@']);
    expect(found(checked(text, { range: { min: 0, max: 100 } }))).toEqual([]);
  });

  it('issues never repeat an identifier, since they are kept with the data', () => {
    const result = checked(lines('id,before,after', 'Oryna Kvit,x,2', 'Oryna Kvit,3,y', '007,1,2'), {
      duplicates: 'first',
    });
    expect(JSON.stringify(result.issues)).not.toMatch(/Oryna|007/u);
  });

  it('any cell is a score, missing, or text: never silently zero', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.constantFrom('.', ',' as const), (cell, decimal) => {
        const reading = readScore(cell, decimal === ',' ? ',' : '.', DEFAULT_MISSING_WORDS);
        if (reading.kind === 'score') {
          expect(Number.isFinite(reading.value)).toBe(true);
          expect(cell).toMatch(/\d/u);
        }
      }),
    );
  });
});
