import { describe, expect, it } from 'vitest';
import { openBibliography, type ParsedRecord } from '../../../electron/library/adapters/bibliography';
import { rdfFile, SMALL_LIBRARY } from '../../builders/zotero-rdf';

function read(text: string): readonly ParsedRecord[] {
  const opened = openBibliography(Buffer.from(text));
  if (!opened.ok) throw new Error(opened.error.code);
  expect(opened.value.format).toBe('zotero-rdf');
  return [...opened.value.records];
}

function outcome(record: ParsedRecord | undefined): Extract<ParsedRecord['outcome'], { kind: 'read' }> {
  if (record?.outcome.kind !== 'read') throw new Error(JSON.stringify(record?.outcome));
  return record.outcome;
}

describe('reading Zotero RDF', () => {
  const records = read(SMALL_LIBRARY);

  it('gives one record per item and per file that stands alone', () => {
    expect(records.map((record) => outcome(record).item.title)).toEqual([
      'Paired reading & fluency: a small study',
      'Reading aloud',
      'Why boys read',
      'scan.pdf',
    ]);
    expect(records[0]?.raw).toMatch(/^<bib:Article[\s\S]*<\/bib:Article>$/);
    expect(SMALL_LIBRARY.split('\n')[(records[1]?.line ?? 0) - 1]).toContain('<bib:BookSection');
  });

  it('puts fields of the article, of its journal and of "Extra" where CSL has them', () => {
    const { item, key } = outcome(records[0]);
    expect(key).toBe('kovalchuk2021');
    expect(item).toMatchObject({
      type: 'article-journal',
      author: [
        { family: 'Ковальчук', given: 'Олена' },
        { family: 'van der Berg', given: 'Jan' },
        { literal: 'Reading Group of School 12' },
      ],
      'container-title': 'Journal of Invented Reading',
      'container-title-short': 'J Inv Read',
      volume: '14',
      issue: '2',
      page: '11-29',
      DOI: '10.5555/jir.2021.17',
      ISSN: '1234-5679',
      PMID: '12345678',
      URL: 'https://journal.example/article/17',
      'call-number': 'LB1573',
      issued: { 'date-parts': [[2021, 5, 3]] },
      accessed: { 'date-parts': [[2023, 1, 5]] },
      language: 'en',
      source: 'ERIC',
      abstract: 'Forty pupils read in pairs.\nFluency rose.',
      note: 'told by a colleague',
      custom: {
        zotero: {
          fields: { rights: 'CC BY' },
          automaticTags: ['Fluency'],
          links: [{ title: 'Publisher page', url: 'https://journal.example/article/17/view' }],
        },
      },
    });
    expect(outcome(records[1]).item).toMatchObject({
      type: 'chapter',
      'container-title': 'Handbook of Reading',
      'collection-title': 'Classrooms',
      'collection-number': '7',
      ISBN: '978-0-00-000000-2',
      publisher: 'Invented Press',
      'publisher-place': 'Kyiv',
      edition: '2',
      editor: [{ family: 'Lysenko', given: 'P.' }],
      'collection-editor': [{ family: 'Shevchuk', given: 'M.' }],
    });
    expect(outcome(records[2]).item).toMatchObject({
      type: 'thesis',
      publisher: 'Invented University',
      'number-of-pages': '210',
      genre: 'PhD',
      issued: { 'date-parts': [[2015, 6]] },
      custom: { zotero: { fields: { unknownThing: 'kept' } } },
    });
  });

  it('brings tags, cleaned notes, files, related items and collections', () => {
    const { extras } = outcome(records[0]);
    expect(extras).toMatchObject({
      tags: ['paired reading', 'to ask', 'Fluency'],
      notes: [{ body: '<h2>Notes</h2><p>Ask <strong>Iryna</strong>.</p>', format: 'html' }],
      files: [
        {
          path: 'files/12/Kovalchuk - 2021 - Paired.pdf',
          title: 'Full Text PDF',
          mediaType: 'application/pdf',
          url: '',
        },
      ],
      collections: [['Masters', 'Reading aloud']],
      emptyCollections: [['Masters', 'Reading aloud', 'Empty one']],
      looseNotes: [{ body: '<p>A thought of its own</p>', format: 'html' }],
    });
    const related = outcome(records[0]).extras?.related ?? [];
    expect(related).toEqual([outcome(records[1]).extras?.key]);
    expect(outcome(records[3]).extras?.files).toMatchObject([{ path: 'files/50/scan.pdf' }]);
  });

  it('keeps a type that CSL does not tell apart', () => {
    const [record] = read(
      rdfFile(`<bib:Letter rdf:about="#item_1"><z:itemType>email</z:itemType>
        <dc:title>About the pilot</dc:title></bib:Letter>`),
    );
    expect(outcome(record).item).toMatchObject({
      type: 'personal_communication',
      custom: { zotero: { itemType: 'email' } },
    });
  });

  it('loses one record to one mistake, with its line', () => {
    const text = rdfFile(
      `<bib:Book rdf:about="#item_1"><z:itemType>book</z:itemType><dc:title>First</dc:title></bib:Book>`,
      `<bib:Book rdf:about="#item_2"><z:itemType>book</z:itemType><dc:title>Second</bib:Book>`,
      `<bib:Book rdf:about="#item_4"><z:itemType>book</z:itemType><dc:title>Third & fourth\u0002</dc:title></bib:Book>`,
    );
    const all = read(text);
    expect(all.map((record) => [record.line, record.outcome.kind])).toEqual([
      [11, 'read'],
      [12, 'failed'],
      [13, 'read'],
    ]);
    expect(outcome(all[2]).item.title).toBe('Third & fourth');
  });

  it('makes documents of notes when a file holds nothing else', () => {
    const [record] = read(
      rdfFile(`<bib:Memo rdf:about="#item_1"><rdf:value>&lt;p&gt;Only me&lt;/p&gt;</rdf:value></bib:Memo>`),
    );
    expect(outcome(record)).toMatchObject({
      item: { type: 'document', title: 'Only me' },
      extras: { notes: [{ body: '<p>Only me</p>' }] },
    });
  });
});

describe('hostile XML', () => {
  const bomb = `<?xml version="1.0"?>
<!DOCTYPE rdf:RDF [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
${rdfFile('<bib:Book rdf:about="#i"><z:itemType>book</z:itemType><dc:title>&b;</dc:title></bib:Book>')}`;

  it.each([
    ['declared entities', bomb, 'import.xml-entities'],
    [
      'entities from a file',
      bomb.replace('"aaaaaaaaaa"', 'SYSTEM "file:///etc/passwd"'),
      'import.xml-entities',
    ],
    ['endless nesting', rdfFile('<bib:Book>'.repeat(5_000)), 'import.xml-too-deep'],
  ])('refuses %s', (_name, text, code) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code }) as Error);
  });

  it('does not follow collections that contain each other', () => {
    const records = read(
      rdfFile(
        `<bib:Book rdf:about="#item_1"><z:itemType>book</z:itemType><dc:title>A</dc:title></bib:Book>`,
        `<z:Collection rdf:about="#collection_1"><dc:title>Top</dc:title><dcterms:hasPart rdf:resource="#collection_2"/></z:Collection>`,
        `<z:Collection rdf:about="#collection_2"><dc:title>In</dc:title><dcterms:hasPart rdf:resource="#collection_3"/><dcterms:hasPart rdf:resource="#item_1"/></z:Collection>`,
        `<z:Collection rdf:about="#collection_3"><dc:title>Circle</dc:title><dcterms:hasPart rdf:resource="#collection_2"/></z:Collection>`,
      ),
    );
    expect(outcome(records[0]).extras?.collections).toEqual([['Top', 'In']]);
  });
});
