import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '..', '..', '..', 'resources', 'locales');
const files = readdirSync(join(folder, 'en'));

function leaves(words: unknown, path = ''): ReadonlyMap<string, string> {
  if (typeof words === 'string') return new Map([[path, words]]);
  if (typeof words !== 'object' || words === null) throw new Error(`${path} is neither words nor a group`);
  return new Map(
    Object.entries(words).flatMap(([key, value]) => [...leaves(value, path === '' ? key : `${path}.${key}`)]),
  );
}
const read = (language: string, file: string): ReadonlyMap<string, string> =>
  leaves(JSON.parse(readFileSync(join(folder, language, file), 'utf8')));
const placeholders = (words: string): string =>
  [...new Set([...words.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]))].sort().join(' ');
const PLURAL = /_(one|few|many|other|zero|two)$/;

describe.each(files)('words of %s', (file) => {
  const english = read('en', file);
  const ukrainian = read('uk', file);

  it('are there in both languages, with all plural forms of each', () => {
    const wanted = new Set(
      [...english.keys()].flatMap((key) =>
        key.endsWith('_one')
          ? ['one', 'few', 'many', 'other'].map((form) => key.replace(PLURAL, `_${form}`))
          : PLURAL.test(key)
            ? []
            : [key],
      ),
    );
    expect([...wanted].filter((key) => !ukrainian.has(key))).toEqual([]);
    const known = new Set([...english.keys()].map((key) => key.replace(PLURAL, '')));
    expect([...ukrainian.keys()].filter((key) => !known.has(key.replace(PLURAL, '')))).toEqual([]);
  });

  it('name no value that the other language does not have', () => {
    const wrong = [...ukrainian].filter(([key, words]) => {
      const base = key.replace(PLURAL, '');
      const values = [...english]
        .filter(([name]) => name.replace(PLURAL, '') === base)
        .flatMap(([, text]) => placeholders(text).split(' '));
      return placeholders(words)
        .split(' ')
        .some((name) => name !== '' && !values.includes(name));
    });
    expect(wrong).toEqual([]);
  });
});

describe('failures', () => {
  const root = join(folder, '..', '..');
  const sources = ['electron', 'db', 'shared']
    .flatMap((name) =>
      readdirSync(join(root, name), { recursive: true, encoding: 'utf8' }).map((path) =>
        join(root, name, path),
      ),
    )
    .filter((path) => path.endsWith('.ts'));
  const codes = new Set(
    sources.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/\bfail\(\s*'([a-z]+\.[a-zA-Z.-]+)'/g)].map(
        (match) => match[1] ?? '',
      ),
    ),
  );
  const worded = new Set(
    files.flatMap((file) => [...read('en', file).keys()].filter((key) => key.startsWith('errors.'))),
  );

  it('have plain words for every code', () => {
    expect(codes.size).toBeGreaterThan(40);
    const has = (code: string): boolean => worded.has(`errors.${code}`) || worded.has(`errors.${code}_other`);
    expect([...codes].filter((code) => !has(code)).sort()).toEqual([]);
  });
});
