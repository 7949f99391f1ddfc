import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBibliography } from '../../../electron/library/adapters/bibliography';
import { linkedPath, ordinaryFile, type LinkRoots } from '../../../electron/library/services/import-linked';
import { placesOf } from '../../../electron/library/services/import-places';

/** Every way in which programs name a file: the file that is there arrives. */
let folder: string;
let roots: LinkRoots;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inquiry-links-'));
  roots = { bibliography: join(folder, 'refs'), home: join(folder, 'home') };
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(name: string): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '%PDF-1.7');
}

/** The files that the first record of a bibliography names and that exist, relative to the folder of the test. */
async function found(text: string): Promise<readonly string[]> {
  mkdirSync(roots.bibliography, { recursive: true });
  mkdirSync(roots.home, { recursive: true });
  const opened = openBibliography(Buffer.from(text));
  if (!opened.ok) throw new Error(opened.error.code);
  const [record] = [...opened.value.records];
  if (record?.outcome.kind !== 'read') throw new Error('not read');
  const names = [...record.outcome.files, ...(record.outcome.extras?.files ?? []).map(({ path }) => path)];
  const hits = new Set<string>();
  for (const name of names.flatMap((one) => placesOf(one, join(roots.bibliography, 'my refs.bib')))) {
    const path = linkedPath(name, roots);
    const file = path.ok ? await ordinaryFile(path.value, name, roots) : path;
    if (file.ok && file.value !== undefined) hits.add(file.value);
  }
  return [...hits].map((path) => path.slice(path.indexOf(folder) + folder.length + 1).replaceAll('\\', '/'));
}

const bib = (file: string, after = ''): string =>
  `@article{koval2020, title = {Talk}, file = {${file}}}\n${after}`;

describe('file fields of BibTeX', () => {
  it.each([
    ['JabRef', ':one.pdf:PDF', ['refs/one.pdf']],
    ['JabRef, with a description', 'The paper:pdfs/one.pdf:PDF', ['refs/pdfs/one.pdf']],
    ['Zotero', 'Full Text PDF:files/12/one.pdf:application/pdf', ['refs/files/12/one.pdf']],
    [
      'Zotero, several files',
      'A:files/12/one.pdf:application/pdf;B:files/13/two.pdf:application/pdf',
      ['refs/files/12/one.pdf', 'refs/files/13/two.pdf'],
    ],
    [
      'Better BibTeX',
      'files/12/one.pdf;files/13/two.pdf',
      ['refs/files/12/one.pdf', 'refs/files/13/two.pdf'],
    ],
    ['blanks', ':My papers/Koval 2020 - Talk.pdf:PDF', ['refs/My papers/Koval 2020 - Talk.pdf']],
    ['Unicode', ':papers/Коваль – розмова.pdf:PDF', ['refs/papers/Коваль – розмова.pdf']],
    ['per cent signs', 'papers/Koval%20Talk.pdf', ['refs/papers/Koval Talk.pdf']],
    ['Windows signs', String.raw`:papers\\Koval\\talk.pdf:PDF`, ['refs/papers/Koval/talk.pdf']],
    ['escaped underscore', String.raw`:papers/koval{\_}2020.pdf:pdf`, ['refs/papers/koval_2020.pdf']],
    [
      'escaped colon and semicolon',
      String.raw`:papers/talk\; again.pdf:PDF`,
      ['refs/papers/talk; again.pdf'],
    ],
    ['a comma and brackets', ':papers/Koval, O. (2020).pdf:PDF', ['refs/papers/Koval, O. (2020).pdf']],
  ])('%s', async (_program, field, files) => {
    files.forEach(put);
    expect(await found(bib(field))).toEqual(files);
  });

  it('absolute paths, with and without the first slash, and as an address', async () => {
    put('home/Zotero/storage/AB/one.pdf');
    const path = join(folder, 'home/Zotero/storage/AB/one.pdf');
    for (const field of [`:${path}:pdf`, `Paper:${path}:application/pdf`, path, `file://${path}`])
      expect(await found(bib(field))).toEqual(['home/Zotero/storage/AB/one.pdf']);
  });

  it.each([
    ['papers', 'refs/papers/one.pdf'],
    [String.raw`papers\\pdf`, 'refs/papers/pdf/one.pdf'],
    ['./papers/', 'refs/papers/one.pdf'],
  ])('JabRef’s folder of files: %s', async (name, file) => {
    put(file);
    expect(await found(bib(':one.pdf:PDF', `@Comment{jabref-meta: fileDirectory:${name};}`))).toEqual([file]);
    expect(
      await found(bib(':one.pdf:PDF', `@Comment{jabref-meta: fileDirectory-olena-home:${name};}`)),
    ).toEqual([file]);
  });
});

describe('other formats', () => {
  const ris = (line: string): string => `TY  - JOUR\nTI  - Talk\n${line}\nER  - \n`;

  it.each([
    ['L1  - files/one two.pdf', 'refs/files/one two.pdf'],
    ['L1  - files/one%20two.pdf', 'refs/files/one two.pdf'],
    [
      'L1  - internal-pdf://1234567890/Koval-2020.pdf',
      'refs/An older name.Data/PDF/1234567890/Koval-2020.pdf',
    ],
    ['L4  - internal-pdf://Koval%20talk.pdf', 'refs/An older name.Data/PDF/Koval talk.pdf'],
  ])('RIS: %s', async (line, file) => {
    put(file);
    expect(await found(ris(line))).toEqual([file]);
  });

  it('RIS: a file address', async () => {
    put('home/papers/one two.pdf');
    const address = `file://${encodeURI(join(folder, 'home/papers/one two.pdf'))}`;
    expect(await found(ris(`L1  - ${address}`))).toEqual(['home/papers/one two.pdf']);
  });

  it('tagged EndNote and EndNote XML', async () => {
    put('refs/Talk.Data/PDF/12/one.pdf');
    const files = ['refs/Talk.Data/PDF/12/one.pdf'];
    expect(await found('%0 Journal Article\n%T Talk\n%> internal-pdf://12/one.pdf\n')).toEqual(files);
    const xml = (database: string): string =>
      `<xml><records><record>${database}<ref-type name="Book">6</ref-type><titles><title>Talk</title></titles>` +
      '<urls><pdf-urls><url>internal-pdf://12/one.pdf</url></pdf-urls></urls></record></records></xml>';
    expect(await found(xml('<database name="Talk.enl">Talk.enl</database>'))).toEqual(files);
    expect(await found(xml(''))).toEqual(files);
    expect(await found(xml('<database name="Renamed.enl">Renamed.enl</database>'))).toEqual(files);
  });
});
