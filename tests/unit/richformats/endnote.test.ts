import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openBibliography, type ParsedRecord } from '../../../electron/library/adapters/bibliography';

function read(text: string | Buffer): { readonly format: string; readonly records: readonly ParsedRecord[] } {
  const opened = openBibliography(Buffer.from(text));
  if (!opened.ok) throw new Error(opened.error.code);
  return { format: opened.value.format, records: [...opened.value.records] };
}

function outcome(record: ParsedRecord | undefined): Extract<ParsedRecord['outcome'], { kind: 'read' }> {
  if (record?.outcome.kind !== 'read') throw new Error(JSON.stringify(record?.outcome));
  return record.outcome;
}

const styled = (text: string): string => `<style face="normal" font="default" size="100%">${text}</style>`;

const ARTICLE = `<record><database name="Reading.enl" path="C:\\Users\\o\\Reading.enl">Reading.enl</database>
<source-app name="EndNote" version="20.2">EndNote</source-app><rec-number>7</rec-number>
<ref-type name="Journal Article">17</ref-type>
<contributors><authors><author>${styled('Koval, Olena')}</author><author>${styled('Ministry of Invented Affairs,')}</author></authors></contributors>
<auth-address>${styled('School 12')}</auth-address>
<titles><title><style face="normal">Paired </style><style face="italic">reading</style></title><secondary-title>${styled('Journal of Reading')}</secondary-title></titles>
<periodical><full-title>${styled('Journal of Reading')}</full-title><abbr-1>${styled('J Read')}</abbr-1></periodical>
<pages>${styled('11-29')}</pages><volume>${styled('14')}</volume><number>${styled('2')}</number>
<keywords><keyword>${styled('fluency')}</keyword><keyword>${styled('pairs, reading')}</keyword></keywords>
<dates><year>${styled('2021')}</year><pub-dates><date>${styled('May 3')}</date></pub-dates></dates>
<isbn>${styled('1234-5679&#xD;2345-6789')}</isbn><accession-num>${styled('12345678')}</accession-num>
<abstract>${styled('First.&#xD;Second.')}</abstract>
<urls><related-urls><url>${styled('https://journal.example/17')}</url></related-urls>
<pdf-urls><url>internal-pdf://0123456789/Koval%202021.pdf</url></pdf-urls></urls>
<custom1>${styled('box 4')}</custom1><electronic-resource-num>${styled('10.5555/jr.17')}</electronic-resource-num>
<remote-database-name>${styled('Medline')}</remote-database-name></record>`;

const library = (...records: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8" ?><xml><records>${records.join('')}</records></xml>`;

describe('reading EndNote XML', () => {
  it('finds the fields inside the styles, and the PDF in the folder beside the library', () => {
    const { format, records } = read(library(ARTICLE));
    expect(format).toBe('endnote-xml');
    const { item, extras } = outcome(records[0]);
    expect(item).toMatchObject({
      type: 'article-journal',
      title: 'Paired reading',
      author: [{ family: 'Koval', given: 'Olena' }, { literal: 'Ministry of Invented Affairs' }],
      'container-title': 'Journal of Reading',
      'container-title-short': 'J Read',
      issued: { 'date-parts': [[2021, 5, 3]] },
      volume: '14',
      issue: '2',
      page: '11-29',
      ISSN: '1234-5679 2345-6789',
      DOI: '10.5555/jr.17',
      PMID: '12345678',
      URL: 'https://journal.example/17',
      abstract: 'First.\nSecond.',
      keyword: 'fluency, pairs, reading',
      custom: { endnote: { custom1: 'box 4', 'auth-address': 'School 12' } },
    });
    expect(extras?.files).toMatchObject([{ path: 'Reading.Data/PDF/0123456789/Koval 2021.pdf' }]);
  });

  it('tells what a second title is by the type', () => {
    const record = (type: string): string => `<record><ref-type name="${type}">1</ref-type>
      <contributors><authors><author>Bondar, I.</author></authors><secondary-authors><author>Moroz, T.</author></secondary-authors></contributors>
      <titles><title>One</title><secondary-title>Two</secondary-title></titles></record>`;
    const { records } = read(library(record('Book Section'), record('Book'), record('Conference Paper')));
    expect(records.map((each) => outcome(each).item)).toMatchObject([
      { type: 'chapter', 'container-title': 'Two', editor: [{ family: 'Moroz' }] },
      { type: 'book', 'collection-title': 'Two', 'collection-editor': [{ family: 'Moroz' }] },
      { type: 'paper-conference', 'container-title': 'Two' },
    ]);
  });

  it('loses one record to one mistake', () => {
    const broken = ARTICLE.replace('</titles>', '');
    const cut = ARTICLE.slice(0, 500);
    const { records } = read(library(ARTICLE, `\n${broken}`, `\n${cut}`, `\n${ARTICLE}`));
    expect(records.map((record) => record.outcome.kind)).toEqual(['read', 'failed', 'failed', 'read']);
    expect(records[1]).toMatchObject({ outcome: { code: 'import.xml-record-broken' } });
    expect((records[2]?.line ?? 0) > (records[1]?.line ?? 0)).toBe(true);
  });

  it('refuses declared entities', () => {
    const text = `<?xml version="1.0"?><!DOCTYPE xml [<!ENTITY a "b">]>${library(ARTICLE).slice(39)}`;
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'import.xml-entities' }) as Error);
  });

  const corpus = join(
    process.env['INQUIRY_CORPUS'] ?? join(import.meta.dirname, '../../../../shared/corpus'),
    'bib/reflib/blue-light.xml',
  );
  it.skipIf(!existsSync(corpus))('reads every record of a real export (corpus)', () => {
    const text = readFileSync(corpus);
    const { records } = read(text);
    expect(records.length).toBe(text.toString().split('<rec-number>').length - 1);
    expect(records.filter((record) => record.outcome.kind !== 'read')).toEqual([]);
    for (const record of records) {
      const { item } = outcome(record);
      expect(item.title).toBeTruthy();
      expect(item.issued?.['date-parts']?.[0]?.[0]).toBeGreaterThan(1900);
    }
  });
});

describe('reading tagged EndNote files', () => {
  const ENW = `%0 Journal Article
%A Koval, Olena
%A Bondar, I.
%T Paired reading
%J Journal of Reading
%D 2021
%8 May 3
%V 14
%N 2
%P 11--29
%@ 1234-5679
%R 10.5555/jr.17
%K fluency
pairs
%X First line
second line
%Z remember
%1 box 4
%U https://journal.example/17

%0 Thesis
%A Moroz, Taras
%T Why boys read
%D 2015
%I Invented University
%9 PhD


%A Old, Author
%T Without a type
%B In a book
%D 1989
`;

  it('reads every tag, joins lines and carries what has no field', () => {
    const { format, records } = read(ENW);
    expect(format).toBe('refer');
    expect(outcome(records[0]).item).toMatchObject({
      type: 'article-journal',
      title: 'Paired reading',
      author: [
        { family: 'Koval', given: 'Olena' },
        { family: 'Bondar', given: 'I.' },
      ],
      'container-title': 'Journal of Reading',
      issued: { 'date-parts': [[2021, 5, 3]] },
      page: '11-29',
      DOI: '10.5555/jr.17',
      keyword: 'fluency, pairs',
      abstract: 'First line\nsecond line',
      note: 'remember',
      custom: { refer: { '%1': 'box 4' } },
    });
    expect(outcome(records[1]).item).toMatchObject({
      type: 'thesis',
      publisher: 'Invented University',
      genre: 'PhD',
    });
  });

  it('tells references without a type by the empty line before them', () => {
    const { records } = read(ENW);
    expect(records).toHaveLength(3);
    expect(records[2]?.line).toBe(ENW.split('\n').indexOf('%A Old, Author') + 1);
    expect(outcome(records[2]).item).toMatchObject({ type: 'chapter', 'container-title': 'In a book' });
  });
});
