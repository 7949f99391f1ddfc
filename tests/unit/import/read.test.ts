import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import {
  HopelessFileError,
  MAX_BIBLIOGRAPHY_BYTES,
  openBibliography,
  type ParsedRecord,
} from '../../../electron/library/adapters/bibliography';

function read(text: string | Buffer): readonly ParsedRecord[] {
  const opened = openBibliography(typeof text === 'string' ? Buffer.from(text) : text);
  if (!opened.ok) throw new Error(opened.error.code);
  return [...opened.value.records];
}

function faultOf(text: string | Buffer): string | undefined {
  const opened = openBibliography(typeof text === 'string' ? Buffer.from(text) : text);
  return opened.ok ? undefined : opened.error.code;
}

const outcomes = (records: readonly ParsedRecord[]): readonly string[] =>
  records.map((record) =>
    record.outcome.kind === 'read' ? (record.outcome.item.title ?? '(no title)') : record.outcome.code,
  );

function itemOf(text: string | Buffer, index = 0) {
  const record = read(text)[index];
  if (record?.outcome.kind !== 'read') throw new Error(JSON.stringify(record?.outcome));
  return record.outcome;
}

describe('BibTeX', () => {
  it('loses one record to one broken record', () => {
    const records = read(`
@article{a, title = {First}, year = 2001}
@article{broken, title = {Never {closed}, year = 2002,
  author = {Koval, Olena}
@article{c, title = {Third}}
stray text, an address name@host{x} and @comment{jabref-meta: grouping;}
@book{d, title = "Fourth, ""quoted"" badly", year = 2004}
@article(e, title = {Fifth})
`);
    expect(outcomes(records)).toEqual([
      'First',
      'import.unbalanced-braces',
      'Third',
      expect.stringContaining('Fourth'),
      'Fifth',
    ]);
    expect(records.map((record) => record.line)).toEqual([2, 3, 5, 7, 8]);
    expect(records[1]?.raw).toContain('Never {closed}');
    expect(records.map((record) => record.index)).toEqual([0, 1, 2, 3, 4]);
  });

  it('reads an entry whose key is empty, absent or followed by a space', () => {
    expect(
      outcomes(
        read(
          '@article{,\n title={No key}}\n@article{\n author = {A, B},\n title={Left out}}\n@book{Ho-87 ,title={Space}}',
        ),
      ),
    ).toEqual(['No key', 'Left out', 'Space']);
    expect(itemOf('@article{,title={No key}}').remarks).toContainEqual({ code: 'import.missing-key' });
    expect(itemOf('@book{Ho-87 ,title={Space}}').key).toBe('Ho-87');
  });

  it('replaces @string names, joins with # and reads months', () => {
    const { item } = itemOf(
      '@string{jts = "Journal of " # {Teaching}}\n@article{a, title={T}, journal = jts # { Studies}, year=2020, month=mar}',
    );
    expect(item['container-title']).toBe('Journal of Teaching Studies');
    expect(item.issued).toEqual({ 'date-parts': [[2020, 3]] });
  });

  it('decodes LaTeX, keeps bodies whole and drops "and others"', () => {
    const { item } = itemOf(
      String.raw`@article{a, title={{\"U}ber \'etudes \& \emph{play}}, author={{Ministry of Education} and van Dijk, Anna and others}}`,
    );
    expect(item.title).toBe('Über études & <i>play</i>');
    expect(item.author).toEqual([
      { literal: 'Ministry of Education' },
      { family: 'Dijk', given: 'Anna', 'non-dropping-particle': 'van' },
    ]);
  });

  it('keeps fields that CSL has no place for, and the files a record points to', () => {
    const outcome = itemOf(
      String.raw`@article{a, title={T}, groups={Year 7}, owner = {me}, file={Full Text:papers/a\:b.pdf:application/pdf;:other.pdf:PDF}, abstract={Text}, keywords={one; two}}`,
    );
    expect(outcome.item.custom?.['bibtex']).toMatchObject({ groups: 'Year 7', owner: 'me' });
    expect(outcome.item).toMatchObject({ abstract: 'Text', keyword: 'one, two' });
    expect(outcome.files).toEqual(['papers/a:b.pdf', 'other.pdf']);
  });

  it('reads a lone dollar sign as money', () => {
    const good = '@article{g, title={Good}}\n';
    const records = read(`${good}@article{a, title={Costs of $5 per pupil}, year={2020}}\n${good}`);
    expect(outcomes(records)).toEqual(['Good', 'Costs of $5 per pupil', 'Good']);
  });

  it('reads an entry that lacks only its last bracket', () => {
    const outcome = itemOf('@article{a, title={Cut off}, year={2020},\n\n@article{b, title={B}}');
    expect(outcome.item.title).toBe('Cut off');
    expect(outcome.remarks).toContainEqual({ code: 'import.missing-end' });
  });

  it('inherits through crossref across batches and survives a circle', () => {
    const filler = Array.from({ length: 150 }, (_, index) => `@misc{f${String(index)}, title={F}}`).join(
      '\n',
    );
    const outcome = itemOf(
      `@incollection{c, crossref={book}, title={Chapter}}\n${filler}\n@book{book, title={The Book}, year={2011}}`,
    );
    expect(outcome.item).toMatchObject({ 'container-title': 'The Book', issued: { 'date-parts': [[2011]] } });
    expect(read('@book{a, crossref={b}, title={A}}\n@book{b, crossref={a}, title={B}}')).toHaveLength(2);
  });
});

describe('RIS', () => {
  it('reads byte order mark, blank lines in a record, running numbers and a missing end', () => {
    const records = read(
      '\uFEFF1.\r\nTY  - JOUR\r\nTI  - First\r\n\r\nAU  - Koval, Olena\r\nER  - \r\n\r\n2.\r\nTY  - BOOK\r\nTI  - Second\r\nTY  - JOUR\r\nTI  - Third',
    );
    expect(outcomes(records)).toEqual(['First', 'Second', 'Third']);
    expect(records.map((record) => record.line)).toEqual([2, 9, 11]);
  });

  it('reads a chapter with two DO lines and keeps the other value', () => {
    const { item } = itemOf(
      'TY  - CHAP\nTI  - Part\nT2  - Whole\nDO  - 10.5555/part\nDO  - not a doi\nER  - ',
    );
    expect(item).toMatchObject({ type: 'chapter', DOI: '10.5555/part', 'container-title': 'Whole' });
  });

  it('reads pages, days, keywords, names without a comma and types in words', () => {
    const { item } = itemOf(
      'TY  - Journal Article\nT1  - T\nA1  - Fanning E.\nPY  - 2020\nDA  - 2020/03/05/\nSP  - 12\nEP  - 19\nKW  - *one\nKW  - two\nthree\nSN  - 1234-5678 (Print)\nL2  - https://example.org/x\nER  -',
    );
    expect(item).toMatchObject({
      type: 'article-journal',
      author: [{ family: 'Fanning', given: 'E.' }],
      issued: { 'date-parts': [[2020, 3, 5]] },
      page: '12-19',
      keyword: 'one, two, three',
      ISSN: '1234-5678',
      URL: 'https://example.org/x',
    });
  });

  it('keeps tags that it cannot place and local files', () => {
    const outcome = itemOf('TY  - JOUR\nTI  - T\nC4  - special\nL1  - papers/one.pdf\nER  - ');
    expect(outcome.item.custom?.['ris']).toMatchObject({ C4: ['special'], L1: ['papers/one.pdf'] });
    expect(outcome.files).toEqual(['papers/one.pdf']);
  });

  it('reports a reference with nothing in it', () => {
    expect(outcomes(read('TY  - JOUR\nER  - \nTY  - JOUR\nTI  - T\nER  - '))).toEqual([
      'import.empty-record',
      'T',
    ]);
  });
});

describe('MEDLINE and ERIC .nbib', () => {
  it('reads ERIC’s dialect', () => {
    const { item } = itemOf(
      'OWN - ERIC\nTI  - Reading\nFAU - Koval, Olena\nJT  - Journal\nDP  - 2020\nAID - http://dx.doi.org/10.5555/abc\nOID - EJ1131633\nISSN - ISSN-1234-5678\nOT  - Reading Fluency\nOT  - Grade 4\n',
    );
    expect(item).toMatchObject({
      title: 'Reading',
      DOI: '10.5555/abc',
      'call-number': 'EJ1131633',
      ISSN: '1234-5678',
      keyword: 'Reading Fluency, Grade 4',
    });
  });
});

describe('CSL-JSON', () => {
  it('reads items one by one, with line numbers, and loses one to one broken item', () => {
    const records = read(
      '[\n{"type":"book","title":"One"},\n{"type":"book","title":"Br}oken, "author": []},\n{"type":"book","title":"Th}ree \\" {"}\n]',
    );
    expect(outcomes(records)).toEqual(['One', 'import.invalid-json', 'Th}ree " {']);
    expect(records.map((record) => record.line)).toEqual([2, 3, 4]);
  });

  it('tells other programs’ JSON from CSL', () => {
    expect(outcomes(read('[{"recNumber":"1","title":"X","authors":["A"]}]'))).toEqual([
      'import.other-program-json',
    ]);
    expect(outcomes(read('{"name":"package","version":"1.0.0"}'))).toEqual(['import.not-csl-item']);
    expect(faultOf('{"config":{},"items":[{"itemType":"book"}]}')).toBe('import.unsupported-zotero-json');
  });
});

describe('encodings', () => {
  const entry =
    '@article{a, title={Зворотний зв’язок і навчання учнів початкової школи}, author={Коваль, Олена}}';
  it.each(['utf8', 'utf-16le', 'utf-16be', 'windows-1251'])('reads Ukrainian in %s', (encoding) => {
    for (const addBOM of encoding.startsWith('utf') ? [true, false] : [false]) {
      expect(itemOf(iconv.encode(entry, encoding, { addBOM })).item.author).toEqual([
        { family: 'Коваль', given: 'Олена' },
      ]);
    }
  });

  it('reads Latin-1', () => {
    const text = '@article{a, title={Études à l’école}, author={Müller, Jürgen}}';
    expect(itemOf(iconv.encode(text, 'windows-1252')).item).toMatchObject({
      title: 'Études à l’école',
      author: [{ family: 'Müller', given: 'Jürgen' }],
    });
  });
});

describe('files that are no bibliography', () => {
  it('are named for what they are', () => {
    expect(faultOf('')).toBe('import.empty-file');
    expect(faultOf('  \n ')).toBe('import.empty-file');
    expect(faultOf('Dear colleague, here is the list.')).toBe('import.no-records');
    expect(faultOf('<?xml version="1.0"?><xml><records/></xml>')).toBe('import.unsupported-xml');
    expect(faultOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 3, 4, 5, 6, 7, 8]))).toBe(
      'import.not-text',
    );
    expect(faultOf(Buffer.alloc(MAX_BIBLIOGRAPHY_BYTES + 1, 32))).toBe('import.bibliography-too-large');
  });

  it('50 MB of junk are refused by their beginning, without holding them as text', () => {
    const bytes = Buffer.alloc(50 * 1024 * 1024);
    for (let index = 0, state = 1; index < bytes.length; index += 1) {
      state = (state * 1103515245 + 12345) % 2147483648;
      bytes[index] = state >> 16;
    }
    const before = process.memoryUsage().rss;
    expect(faultOf(bytes)).toBe('import.not-text');
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('50 MB of text that only looks like entries are given up after the first megabytes', () => {
    const opened = openBibliography(Buffer.from('@x{y\n'.repeat(10 * 1024 * 1024)));
    if (!opened.ok) throw new Error(opened.error.code);
    let looked = 0;
    expect(() => {
      for (const record of opened.value.records) looked += record.raw.length;
    }).toThrow(HopelessFileError);
    expect(looked).toBeLessThan(10 * 1024 * 1024);
  });
});
