import { afterAll, beforeAll, expect, it } from 'vitest';
import { listColumns } from '@shared/domain/bibliography/list-columns';
import type { CslItem } from '@shared/domain/bibliography/csl-item';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';
import { itemRow } from '../../builders/rows';

const RECORDS = 20_000;
const TWINS = 400;
const WORDS =
  'reading writing feedback pupils classroom homework teachers motivation spelling number sense play talk inquiry grade school study effects support learning text'.split(
    ' ',
  );

let library: TestLibrary;
/** A record of its own for each number: the words of its title spell the number. */
function record(n: number): CslItem {
  const word = (power: number): string => WORDS[Math.floor(n / WORDS.length ** power) % WORDS.length] ?? '';
  return {
    type: 'article-journal',
    title: `On ${word(0)} and ${word(1)} with ${word(2)} in ${word(3)}: case ${String(n)}`,
    author: [
      { family: `Name${String(n % 900)}`, given: 'Ada' },
      { family: 'Second', given: 'B.' },
    ],
    issued: { 'date-parts': [[1990 + (n % 35)]] },
    'container-title': `Journal of ${word(0)}`,
    volume: String(n % 40),
    page: '1-20',
    DOI: `10.5555/t.${String(n)}`,
    abstract: 'Words about what was done and what came of it. '.repeat(20),
  };
}

beforeAll(() => {
  library = openTestLibrary();
  library.library.core.commands.run('test.many', (change) => {
    for (let n = 0; n < RECORDS; n += 1) {
      const csl = record(n < RECORDS - TWINS ? n : n - RECORDS + TWINS);
      change.insert('item', itemRow({ csl: JSON.stringify(csl), ...listColumns(csl) }));
    }
  });
}, 120_000);
afterAll(() => library.close());

it('finds every twin among 20,000 records and asks again in no time', async () => {
  const summary = await library.get('duplicates.summary', {});
  console.info(
    `duplicates: ${summary.took.toFixed(0)} ms, longest block ${summary.longestBlock.toFixed(0)} ms`,
  );
  expect(summary).toMatchObject({ groups: TWINS, sure: TWINS, records: RECORDS });
  const merged = performance.now();
  await library.get('duplicates.mergeMany', {});
  console.info(`${String(TWINS)} groups merged in ${(performance.now() - merged).toFixed(0)} ms`);
  expect(await library.get('duplicates.summary', {})).toMatchObject({ groups: 0, records: RECORDS - TWINS });
}, 120_000);

it('looks at every record', async () => {
  const summary = await library.get('checks.summary', {});
  console.info(`checks: ${summary.took.toFixed(0)} ms, longest block ${summary.longestBlock.toFixed(0)} ms`);
  expect(summary.records).toBe(RECORDS - TWINS);
}, 120_000);
