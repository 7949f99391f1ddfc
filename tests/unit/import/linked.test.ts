import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linkedPath, ordinaryFile, type LinkRoots } from '../../../electron/library/services/import-linked';

const at = (...parts: readonly string[]): string => resolve(parse(tmpdir()).root, ...parts);
const roots: LinkRoots = { bibliography: at('data', 'refs'), home: at('people', 'olena') };

describe('where a link of a bibliography may lead', () => {
  it.each([
    ['pdfs/one.pdf', at('data', 'refs', 'pdfs', 'one.pdf')],
    ['pdfs\\one.pdf', at('data', 'refs', 'pdfs', 'one.pdf')],
    ['pdfs/../one.pdf', at('data', 'refs', 'one.pdf')],
    [at('people', 'olena', 'Zotero', 'one.pdf'), at('people', 'olena', 'Zotero', 'one.pdf')],
    ['..hidden.pdf', at('data', 'refs', '..hidden.pdf')],
  ])('%s is allowed', (name, path) => {
    expect(linkedPath(name, roots)).toEqual({ ok: true, value: path });
  });

  it.each([
    ['\\\\server\\share\\one.pdf'],
    ['//server/share/one.pdf'],
    ['\\/server/share/one.pdf'],
    ['\\\\?\\C:\\one.pdf'],
    ['\\\\.\\pipe\\one.pdf'],
    ['../one.pdf'],
    ['pdfs/../../one.pdf'],
    [at('people', 'ivan', 'one.pdf')],
    [at('people', 'olena-other', 'one.pdf')],
    [at('etc', 'one.pdf')],
    ['one\0.pdf'],
  ])('%j is refused', (name) => {
    expect(linkedPath(name, roots)).toMatchObject({
      ok: false,
      error: { code: 'import.linked-file-refused', details: { value: name } },
    });
  });

  it('takes the whole disk for no home', () => {
    const everywhere = { ...roots, home: at() };
    expect(linkedPath(at('etc', 'one.pdf'), everywhere).ok).toBe(false);
  });
});

describe('what lies there', () => {
  let folder: string;
  let real: LinkRoots;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'inquiry-linked-'));
    real = { bibliography: join(folder, 'bib'), home: join(folder, 'home') };
    for (const name of ['bib', 'home', 'foreign']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, 'bib', 'one.pdf'), 'one');
    writeFileSync(join(folder, 'foreign', 'two.pdf'), 'two');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const look = (name: string): ReturnType<typeof ordinaryFile> =>
    ordinaryFile(join(folder, 'bib', name), name, real);

  it('is an ordinary file', async () => {
    expect(await look('one.pdf')).toMatchObject({
      ok: true,
      value: expect.stringMatching(/one\.pdf$/) as string,
    });
  });

  it('is nothing, which is no fault', async () => {
    expect(await look('gone.pdf')).toEqual({ ok: true, value: undefined });
  });

  it('is refused behind a symbolic link out of the folder, and when it is a folder', async () => {
    symlinkSync(join(folder, 'foreign', 'two.pdf'), join(folder, 'bib', 'link.pdf'));
    mkdirSync(join(folder, 'bib', 'folder.pdf'));
    for (const name of ['link.pdf', 'folder.pdf']) {
      expect(await look(name)).toMatchObject({ ok: false, error: { code: 'import.linked-file-refused' } });
    }
  });
});
