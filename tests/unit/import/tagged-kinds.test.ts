import { describe, expect, it } from 'vitest';
import { parseDate, type CslItem } from '@shared/domain/bibliography';
import { openBibliography } from '../../../electron/library/adapters/bibliography';
import { readItems } from '../../builders/round-trip';

/** The first record of a text. */
function itemOf(...lines: readonly string[]): CslItem {
  const [item] = readItems(lines.join('\n'));
  if (item === undefined) throw new Error('no record');
  return item;
}

const customOf = (item: CslItem, format: string): unknown => item.custom?.[format];

describe('RIS', () => {
  it('reads references that have lost their type', () => {
    const items = readItems(
      ['JF  - Lessons', 'T1  - Talk', 'VL  - 6', 'ER  -', '', 'TY  - BOOK', 'TI  - Silence', 'ER  -'].join(
        '\n',
      ),
    );
    expect(items.map(({ type, title }) => [type, title])).toEqual([
      ['article-journal', 'Talk'],
      ['book', 'Silence'],
    ]);
    expect(itemOf('C1  - 1001', 'AU  - Koval, Olena', 'TI  - Talk', 'ER  - ').type).toBe('document');
  });

  it('takes headers of a vendor for no reference', () => {
    expect(readItems('DB  - A Database\nDP  - A Vendor\n\nTY  - JOUR\nTI  - Talk\nER  -\n')).toHaveLength(1);
  });

  it('reads lines that hold a line separator of Unicode', () => {
    expect(itemOf('TY  - JOUR', 'T1  - Talk:\u2028 a study', 'AU  - Koval, Olena', 'ER  -')).toMatchObject({
      title: 'Talk: a study',
      author: [{ family: 'Koval', given: 'Olena' }],
    });
  });

  it('a database’s own link is no address, and is kept', () => {
    const item = itemOf('TY  - JOUR', 'TI  - Talk', 'UR  - <Go to ISI>://WOS:000123', 'ER  -');
    expect(item.URL).toBeUndefined();
    expect(customOf(item, 'ris')).toMatchObject({ UR: ['<Go to ISI>://WOS:000123'] });
  });

  it.each([
    ['Talk &amp;amp; silence &#8211; &quot;caf&eacute;&quot;', 'Talk & silence – "café"'],
    [
      'CO<inf>2</inf> in <it>Musca</it>, by <scp>NLP</scp> and <u>talk</u>',
      'CO<sub>2</sub> in <i>Musca</i>, by <span style="font-variant:small-caps;">NLP</span> and talk',
    ],
    [String.raw`Talk {\&} silence {[}again]: {''}yes{''}`, 'Talk & silence [again]: ”yes”'],
    [String.raw`B{\'e}nou{\'e} talks`, 'Bénoué talks'],
    ['p &lt; .05 and a<b', 'p < .05 and a<b'],
  ])('takes out what other programs left in a text: %s', (title, text) => {
    expect(itemOf('TY  - JOUR', `TI  - ${title}`, 'ER  -').title).toBe(text);
  });

  it('reads notes of Zotero as text, and names with entities whole', () => {
    const item = itemOf(
      ...['TY  - JOUR', 'TI  - Talk', 'AU  - Mart&#xED;n, Olena; B&uuml;rger, Ira'],
      ...[
        'N1  - <div><p>First.</p></div><div><p>Second <strong>one</strong>.</p></div>',
        'DO  - 10.5555/0014(2003)057{[}0154:A]2.0.CO;2',
        'ER  -',
      ],
    );
    expect(item.note).toBe('First.\nSecond <b>one</b>.');
    expect(item.author).toEqual([
      { family: 'Martín', given: 'Olena' },
      { family: 'Bürger', given: 'Ira' },
    ]);
    expect(item.DOI).toBe('10.5555/0014(2003)057[0154:A]2.0.CO;2');
  });
});

describe('MEDLINE', () => {
  it('carries what has no place also without a DOI', () => {
    const item = itemOf('PMID- 12345678', 'TI  - Talk.', 'AD  - A school', 'STAT- MEDLINE', 'JT  - Lessons');
    expect(customOf(item, 'medline')).toMatchObject({ AD: ['A school'], STAT: ['MEDLINE'] });
  });

  it('knows a chapter, its book and its editors', () => {
    const item = itemOf(
      ...['PMID- 12345678', 'TI  - Talk', 'BTI - Lessons', 'CTI - Schools', 'PL  - Kyiv', 'PB  - A Press'],
      ...['FED - Bondar, Ira', 'ED  - Bondar I', 'FAU - Koval, Olena', 'DP  - 2009'],
    );
    expect(item).toMatchObject({
      type: 'chapter',
      'container-title': 'Lessons',
      'collection-title': 'Schools',
      'publisher-place': 'Kyiv',
      editor: [{ family: 'Bondar', given: 'Ira' }],
    });
    expect(itemOf('PMID- 12345678', 'BTI - Lessons', 'PB  - A Press')).toMatchObject({
      type: 'book',
      title: 'Lessons',
    });
  });

  it('a report of a case is an article', () => {
    expect(itemOf('PMID- 12345678', 'TI  - Talk', 'PT  - Case Reports', 'JT  - Lessons').type).toBe(
      'article-journal',
    );
  });
});

describe('tagged EndNote', () => {
  it('keeps second values of fields that have one', () => {
    const item = itemOf('%0 Book', '%T Talk', '%G English', '%G Danish', '%G Polish', '%R oai:1', '%R urn:2');
    expect(item.language).toBe('English');
    expect(customOf(item, 'refer')).toMatchObject({ '%G': 'Danish\nPolish', '%R': 'urn:2' });
  });
});

describe('tables', () => {
  it('knows the headings of SpringerLink', () => {
    const item = itemOf(
      'Item Title,Publication Title,Book Series Title,Journal Volume,Journal Issue,Item DOI,Authors,Publication Year,URL,Content Type',
      '"Talk","Lessons","","17","3","10.5555/1","Olena Koval","2000","https://example.org/1","Article"',
    );
    expect(item).toMatchObject({
      ...{ type: 'article-journal', title: 'Talk', 'container-title': 'Lessons', volume: '17', issue: '3' },
      ...{ DOI: '10.5555/1', author: [{ family: 'Koval', given: 'Olena' }] },
    });
  });

  it('decodes entities before it parts names, and passes over "et al."', () => {
    expect(itemOf('Title,Authors', '"Talk","Mart&iacute;n, Olena; Bondar, Ira; et al."').author).toEqual([
      { family: 'Martín', given: 'Olena' },
      { family: 'Bondar', given: 'Ira' },
    ]);
  });
});

it('a month may stand before the year', () => {
  expect(parseDate('07/2020')).toEqual({ 'date-parts': [[2020, 7]] });
  expect(parseDate('13/2020')).toEqual({ literal: '13/2020' });
});

it('other XML, RDF and text are still refused', () => {
  for (const text of ['ER  - the end', 'TI  - only a line', '<a><b/></a>'])
    expect(openBibliography(Buffer.from(text)).ok).toBe(false);
});
