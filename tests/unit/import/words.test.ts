import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '@resources/locales/en/import.json';
import uk from '@resources/locales/uk/import.json';

const repository = join(import.meta.dirname, '../../..');
/** Names of commands and calls, which are no codes of failures. */
const notCodes = new Set([
  'run',
  'approve-fields',
  'exported',
  'start',
  'history',
  'report',
  'open',
  'paths',
  'preview',
  'remember-columns',
]);

/** Every code that the import can report, read from its sources. */
const codes = new Set(
  globSync(['shared/**/*.ts', 'electron/**/*.ts'], { cwd: repository })
    .flatMap((path) => [
      ...readFileSync(join(repository, path), 'utf8').matchAll(/'import\.([a-z][a-z-]*)'/g),
    ])
    .map((match) => match[1] ?? '')
    .filter((code) => !notCodes.has(code)),
);
for (const reason of ['doi', 'eric', 'pmid', 'isbn', 'title', 'similar-title', 'record', 'file'])
  codes.add(`duplicate-${reason}`);

describe('words of the import', () => {
  it.each([
    ['en', en],
    ['uk', uk],
  ] as const)('explain every code in %s', (_language, words) => {
    expect(codes.size).toBeGreaterThan(35);
    const explained = new Set(Object.keys(words.errors.import));
    expect([...codes].filter((code) => !explained.has(code))).toEqual([]);
    expect([...explained].filter((code) => !codes.has(code))).toEqual([]);
  });
});
