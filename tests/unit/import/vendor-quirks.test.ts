import { describe, expect, it } from 'vitest';
import { findDoi, makeCitationKey, type CslItem } from '@shared/domain/bibliography';
import { writeBibtex, writeRis } from '@shared/formats/bibliography';
import { openBibliography } from '../../../electron/library/adapters/bibliography';
import { readItems } from '../../builders/round-trip';

/** The only record of a text. */
function itemOf(text: string): CslItem {
  const [item] = readItems(text);
  if (item === undefined) throw new Error('no record');
  return item;
}

const ris = (...lines: readonly string[]): string =>
  ['TY  - JOUR', 'ID  - Koval2020', 'TI  - Talk in lessons', ...lines, 'ER  - ', ''].join('\r\n');

describe('RIS as databases write it', () => {
  it('takes a DOI out of a download address without what follows it', () => {
    const item = itemOf(
      ris(
        'UR  - http://download.example.org/a%252F1.pdf?originUrl=http%3A%2F%2Flink.example.org%2F10.5555%2Fs00267-013&token2=exp=1~acl=%2Fx.pdf*~hmac=98',
      ),
    );
    expect(item.DOI).toBe('10.5555/s00267-013');
    expect(findDoi('https://example.org/doi/10.5555/abc?download=true#page=2')).toBe('10.5555/abc');
  });

  it('takes the whole of an old DOI that holds a SICI', () => {
    expect(findDoi('https://doi.org/10.5555/0091-7613(1994)022<1083:CCRTFO>2.3.CO;2')).toBe(
      '10.5555/0091-7613(1994)022<1083:CCRTFO>2.3.CO;2',
    );
  });

  it('prefers the name of the journal to that of a special issue', () => {
    const item = itemOf(ris('T2  - Special Issue: Talk', 'JF  - A Journal'));
    expect(item['container-title']).toBe('A Journal');
    expect(itemOf(writeRis([item]))).toEqual(item);
  });

  it('reads names with initials and particles before the surname', () => {
    expect(
      itemOf(ris('AU  - H. J. W. de Baarn', 'AU  - Anna van der Meer', 'AU  - University of Kyiv')).author,
    ).toEqual([
      { given: 'H. J. W.', 'non-dropping-particle': 'de', family: 'Baarn' },
      { given: 'Anna', 'non-dropping-particle': 'van der', family: 'Meer' },
      { literal: 'University of Kyiv' },
    ]);
  });

  it('tells an ISSN and an ISBN on one line apart', () => {
    expect(itemOf(ris('SN  - 1314-2704 978-619-7105-17-9'))).toMatchObject({
      ISSN: '1314-2704',
      ISBN: '978-619-7105-17-9',
    });
  });

  it('parts keywords that stand on one line with commas', () => {
    expect(itemOf(ris('KW  - talk,wait time,year 7 (England)')).keyword).toBe(
      'talk, wait time, year 7 (England)',
    );
  });

  it.each([
    ['a first and last page that are equal', ris('SP  - 9-9')],
    ['a page of a thesis', ris('SP  - 5786', 'EP  - 5786').replace('JOUR', 'THES')],
    ['keywords on one line', ris('KW  - talk,wait time')],
    ['two numbers on one line', ris('SN  - 1314-2704 978-619-7105-17-9')],
  ])('gives back %s', (_name, text) => {
    const item = itemOf(text);
    expect(itemOf(writeRis([item]))).toEqual(item);
  });
});

describe('BibTeX as programs and people write it', () => {
  it('hands fields down from one entry to the next, from several at once, and ends a circle', () => {
    const items = readItems(`
@incollection{chapter, title = {Part}, author = {Koval, Olena}, pages = {1--9}, crossref = {volume}}
@collection{volume, title = {Whole}, editor = {Hook, Sam}, year = {2019}, xdata = {house, set}}
@xdata{house, publisher = {Example Press}, location = {Kyiv}}
@xdata{set, series = {Studies}, xdata = {set}}
@misc{round, title = {Round}, crossref = {about}}
@misc{about, title = {About}, year = {2020}, crossref = {round}}`);
    const chapter = {
      'container-title': 'Whole',
      editor: [{ family: 'Hook', given: 'Sam' }],
      publisher: 'Example Press',
      'publisher-place': 'Kyiv',
      'collection-title': 'Studies',
    };
    expect(items[0]).toMatchObject(chapter);
    expect(items[4]).toMatchObject({ title: 'Round', issued: { 'date-parts': [[2020]] } });
    expect(readItems(writeBibtex(items))).toEqual(items);
  });

  it('repairs damaged letters that a program wrote as LaTeX', () => {
    expect(itemOf('@book{a, title = {Lernst{\\~{A}}¶rungen}, author = {L{\\~A}¶tsch, Olena}}')).toMatchObject(
      {
        title: 'Lernstörungen',
        author: [{ family: 'Lötsch', given: 'Olena' }],
      },
    );
  });

  it('reads the references behind a preamble that never ends', () => {
    const text =
      '@preamble{ "{" # foo # "bar" }\n\n@book{one\n title = {One}\n}\n@book{two,\n title = {Two}\n}';
    expect(readItems(text).map((item) => item.title)).toEqual(['One', 'Two']);
  });

  it('prints nothing for a phantom', () => {
    expect(itemOf(String.raw`@book{a, title = {Deep\vphantom{g} talk\phantom{x}}}`).title).toBe('Deep talk');
  });

  it('reads accents as LaTeX writes them within tables', () => {
    expect(
      itemOf(String.raw`@book{a, title = {Durb\a'an, m\a` + '`' + String.raw`ere and \a=u}}`).title,
    ).toBe('Durbán, mère and ū');
  });

  it.each([
    [
      'tags of web pages in a note',
      '@misc{a, title = {T}, note = {<p><STRONG>x</STRONG> <em class="y">z</em></p>}}',
    ],
    [
      'an address behind a command',
      String.raw`@misc{a, title = {T}, howpublished = {\newline\url{https://example.org/a_b}}}`,
    ],
    ['an entry that points to one in another file', '@inproceedings{a, title = {T}, crossref = {AAAI91}}'],
    ['a year of three digits', '@book{a, title = {T}, date = {0380}}'],
    ['a span of a web page', '@misc{a, title = {T}, note = {x<span class="z"> y</span>}}'],
    [
      'damaged letters that a program wrote as LaTeX',
      '@book{a, title = {{L}ernst{\\~{A}}¶rungen}, author = {L{\\~A}¶tsch, Olena}}',
    ],
    ['a month beside a range of years', '@article{a, title = {T}, year = {1984--1985}, month = jan}'],
  ])('gives back %s', (_name, text) => {
    const item = itemOf(text);
    expect(itemOf(writeBibtex([item]))).toEqual(item);
  });
});

it('refuses RDF that holds no references of Zotero, instead of finding none in it', () => {
  const rdf =
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:bibo="http://purl.org/ontology/bibo/"><bibo:Article rdf:about="#a"/></rdf:RDF>';
  expect(openBibliography(Buffer.from(rdf))).toMatchObject({
    ok: false,
    error: { code: 'import.unsupported-xml' },
  });
});

it('a key that is made for a record without author and title comes back from RIS', () => {
  const made: CslItem = {
    type: 'article-journal',
    issued: { 'date-parts': [[2023]] },
    'container-title': 'J',
  };
  const item = { ...made, 'citation-key': makeCitationKey(made) };
  expect(itemOf(writeRis([item]))['citation-key']).toBe(item['citation-key']);
});
