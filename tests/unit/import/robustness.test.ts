import iconv from 'iconv-lite';
import { describe, expect, it, vi } from 'vitest';
import { LineCounter, readLinkedFiles } from '@shared/formats/bibliography';
import { openBibliography, type ParsedRecord } from '../../../electron/library/adapters/bibliography';

function read(text: string | Buffer): readonly ParsedRecord[] {
  const opened = openBibliography(typeof text === 'string' ? Buffer.from(text) : text);
  if (!opened.ok) throw new Error(opened.error.code);
  return [...opened.value.records];
}

function firstOf(text: string | Buffer) {
  const [record] = read(text);
  if (record?.outcome.kind !== 'read') throw new Error(JSON.stringify(record?.outcome));
  return record.outcome;
}

describe('damaged letters', () => {
  it('are repaired when Windows-1251 was read as Latin-1 and saved', () => {
    const damaged = iconv.decode(
      iconv.encode('Навчання читання у початковій школі', 'windows-1251'),
      'windows-1252',
    );
    const outcome = firstOf(`@article{a, title={${damaged}}, year={2020}}`);
    expect(outcome.item.title).toBe('Навчання читання у початковій школі');
    expect(outcome.remarks).toContainEqual({ code: 'import.repaired-letters' });
  });

  it('are repaired when UTF-8 was read as Windows-1252 and saved', () => {
    const damaged = Buffer.from('Études à l’école').toString('latin1');
    expect(firstOf(`TY  - JOUR\nTI  - ${damaged}\nER  - `).item.title).toBe('Études à l’école');
  });

  it.each([
    'Études à l’école',
    'Größe und Maß',
    'Þórðarson, Æðri',
    'naïve, coöperation',
    'ÅÄÖ',
    'Português não é',
  ])('are not seen in %s', (title) => {
    const outcome = firstOf(`@book{a, title={${title}}}`);
    expect(outcome.item.title).toBe(title);
    expect(outcome.remarks).toEqual([]);
  });

  it('do not come from lines of several encodings in one file', () => {
    const bytes = Buffer.concat([
      Buffer.from('@article{a, title={Зворотний зв’язок у класі},\n author={Коваль, Олена},\n'),
      iconv.encode(' journal={Педагогічний журнал},\n', 'windows-1251'),
      Buffer.from(' abstract={Études}}\n'),
    ]);
    expect(firstOf(bytes).item).toMatchObject({
      title: 'Зворотний зв’язок у класі',
      'container-title': 'Педагогічний журнал',
      abstract: 'Études',
    });
  });
});

describe('RIS of vendors', () => {
  it.each([
    ['lower case', 'ty  - jour\nti  - T\nau  - Koval, Olena\ner  - '],
    ['one space', 'TY - JOUR\nTI - T\nAU - Koval, Olena\nER - '],
    ['a longer dash', 'TY  – JOUR\nTI  – T\nAU  – Koval, Olena\nER  – '],
    ['no space behind the dash', 'TY  -JOUR\nTI  -T\nAU  -Koval, Olena\nER  -'],
    ['no end', 'TY  - JOUR\nTI  - T\nAU  - Koval, Olena'],
  ])('is read with %s', (_kind, text) => {
    expect(firstOf(text).item).toMatchObject({
      type: 'article-journal',
      title: 'T',
      author: [{ family: 'Koval', given: 'Olena' }],
    });
  });

  it('keeps a second DOI, addresses of authors and dates of other meaning', () => {
    const { item } = firstOf(
      'TY  - CHAP\nTI  - T\nDO  - 10.5555/one\nDO  - 10.5555/two\nAD  - Kyiv\nLviv\nPY  - 2020\nDA  - Sep\nER  - ',
    );
    expect(item).toMatchObject({ DOI: '10.5555/one', issued: { 'date-parts': [[2020]] } });
    expect(item.custom?.['ris']).toMatchObject({ DO: ['10.5555/two'], AD: ['Kyiv\nLviv'], DA: ['Sep'] });
  });
});

describe('BibTeX of people', () => {
  it('leaves out entries that are commented out line by line', () => {
    const records = read('%@book{a,\n% title={Old}\n%}\n@book{b, title={New}}\n% @book{c, title={D}}\n');
    expect(records.map((record) => record.outcome.kind === 'read' && record.outcome.key)).toEqual(['b']);
  });

  it('reads round brackets around quoted ones', () => {
    expect(firstOf('@article(k, title = "Effects: (re)considered", year = {1979})').item.title).toBe(
      'Effects: (re)considered',
    );
  });

  it('reads dates of biblatex: ranges, seasons, about', () => {
    const { item } = firstOf(
      '@book{a, title={T}, date={1990~/2000}, origdate={1931-22}, urldate={2021-05-03}}',
    );
    expect(item).toMatchObject({
      issued: { 'date-parts': [[1990], [2000]], circa: true },
      'original-date': { 'date-parts': [[1931]], season: 2 },
      accessed: { 'date-parts': [[2021, 5, 3]] },
    });
  });

  it('reads parts of names and people of several roles', () => {
    const { item } = firstOf(
      '@book{a, title={T}, author={family=Beethoven, given=Ludwig, prefix=van, useprefix=false and von Last, Jr, First}, editor={Ed, A}, editora={Com, B}, editoratype={compiler}}',
    );
    expect(item.author).toEqual([
      { family: 'Beethoven', given: 'Ludwig', 'dropping-particle': 'van' },
      { family: 'Last', given: 'First', 'non-dropping-particle': 'von', suffix: 'Jr' },
    ]);
    expect(item).toMatchObject({
      editor: [{ family: 'Ed', given: 'A' }],
      compiler: [{ family: 'Com', given: 'B' }],
    });
  });

  it('puts records into the groups of JabRef, by name and by key', () => {
    const tree = (line: string) =>
      `@comment{jabref-meta: groupstree:\n0 AllEntriesGroup:;\n1 ExplicitGroup:Year 7\\;0\\;;\n${line}\n}\n`;
    const named = firstOf(
      `@book{a, title={T}, groups={Reading, Other}}\n${tree('2 StaticGroup:Reading\\;0\\;1\\;\\;\\;\\;;')}`,
    );
    expect(named.extras?.collections).toEqual([['Year 7', 'Reading'], ['Other']]);
    const keyed = firstOf(`@book{a, title={T}}\n${tree('2 ExplicitGroup:Reading\\;0\\;a\\;;')}`);
    expect(keyed.extras?.collections).toEqual([['Year 7', 'Reading']]);
  });
});

describe('file fields', () => {
  it.each([
    ['Full Text:files/12/a.pdf:application/pdf', 'files/12/a.pdf', 'Full Text', 'application/pdf'],
    [':papers/b.pdf:PDF', 'papers/b.pdf', '', 'application/pdf'],
    [String.raw`:C\:\\Users\\me\\a\_b.pdf:PDF`, String.raw`C:\Users\me\a_b.pdf`, '', 'application/pdf'],
    [String.raw`Part\: one:dir/x\;y.pdf:PDF`, 'dir/x;y.pdf', 'Part: one', 'application/pdf'],
    [String.raw`:C$\backslash$:/Users/me/z.pdf:pdf`, 'C:/Users/me/z.pdf', '', 'application/pdf'],
    [String.raw`C:\Users\me\plain.pdf`, String.raw`C:\Users\me\plain.pdf`, '', 'application/pdf'],
    ['/home/me/plain.epub', '/home/me/plain.epub', '', 'application/epub+zip'],
    ['file://localhost/Users/me/a%20b.pdf', '/Users/me/a b.pdf', '', 'application/pdf'],
    [String.raw`{\_}scan.pdf`, '_scan.pdf', '', 'application/pdf'],
  ])('%s', (field, path, title, mediaType) => {
    expect(readLinkedFiles(field)).toEqual([{ path, title, mediaType, url: '' }]);
  });

  it('name several files, and addresses apart', () => {
    expect(
      readLinkedFiles('a.pdf;One:b.pdf:PDF;:https://example.org/c.pdf:URL').map(
        (file) => file.path || file.url,
      ),
    ).toEqual(['a.pdf', 'b.pdf', 'https://example.org/c.pdf']);
  });
});

describe('files that are unlike others', () => {
  it('one long line is read in a time that grows with its length', () => {
    const text = 'a'.repeat(1_000_000);
    const lookups = vi.spyOn(String.prototype, 'indexOf');
    try {
      const lines = new LineCounter(text);
      for (let offset = 0; offset < 1_000_000; offset += 500) expect(lines.lineAt(offset)).toBe(1);
      expect(lookups).toHaveBeenCalledTimes(1);
    } finally {
      lookups.mockRestore();
    }
  });

  it('text full of signs of lost letters is text', () => {
    const opened = openBibliography(Buffer.from(`TY  - JOUR\nTI  - ${'\uFFFD a '.repeat(300)}\nER  - \n`));
    expect(opened.ok).toBe(true);
  });
});
