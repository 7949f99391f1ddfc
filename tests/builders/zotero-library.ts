import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CslItem } from '@shared/domain/bibliography';
import {
  BODY,
  COLLECTIONS,
  EMPTY_COLLECTION,
  KINDS,
  partnersOf,
  peopleOf,
  titleOf,
  zoteroPaper,
  type ZoteroFileFacts,
  type ZoteroPaper,
} from './zotero-papers';
import { zoteroPdf } from './zotero-pdf';
import { rdfCreators, rdfFile } from './zotero-rdf';

/** An export on the disk and what is in it. */
export interface ZoteroExport {
  /** The folder that Zotero made. */
  readonly folder: string;
  readonly rdf: string;
  readonly papers: readonly ZoteroPaper[];
  readonly looseNotes: readonly string[];
  readonly emptyCollection: readonly string[];
}

/**
 * Writes a library as Zotero exports it: "Zotero RDF" with notes, files and annotations. All in it is invented, and the same each time.
 * @param parent existing folder in which the export's folder is made
 * @param count number of papers
 */
export async function writeZoteroExport(parent: string, count = 300): Promise<ZoteroExport> {
  const folder = join(parent, 'Моя бібліотека');
  const papers = Array.from({ length: count }, (_, at) => zoteroPaper(at, count));
  for (const [at, { files }] of papers.entries()) {
    for (const file of files) await writeFileOf(folder, at, file);
  }
  const looseNotes = ['<p>A thought that belongs to no paper</p>', '<p>Думка &amp; план</p>'];
  const nodes = papers.flatMap((one, at) => [itemNode(one, at, count), ...childNodes(one, at)]);
  const notes = looseNotes.map((body, at) => memo(`#item_${String(90_000 + at)}`, body));
  const rdf = join(folder, 'Моя бібліотека.rdf');
  writeFileSync(rdf, rdfFile(...nodes, ...notes, ...collectionNodes(papers)));
  return { folder, rdf, papers, looseNotes, emptyCollection: EMPTY_COLLECTION };
}

async function writeFileOf(folder: string, at: number, file: ZoteroFileFacts): Promise<void> {
  const path = join(folder, file.path);
  mkdirSync(dirname(path), { recursive: true });
  if (file.mediaType === 'application/pdf') {
    const title = `${titleOf(at)} (${file.title})`;
    writeFileSync(path, await zoteroPdf([title.replace(/[^\x20-\x7e]/g, ' '), ...BODY], file.marks));
  } else if (file.mediaType === 'text/csv') {
    // Data beside a paper that looks like a list of references to a program that does not know better.
    writeFileSync(path, `title,year,score\nPupil ${String(at)},2020,7\n`);
  } else {
    writeFileSync(path, `<html><body>Saved page ${String(at)}</body></html>`);
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const CLASS_OF = {
  journalArticle: 'bib:Article',
  book: 'bib:Book',
  bookSection: 'bib:BookSection',
  thesis: 'bib:Thesis',
  report: 'bib:Report',
} as const;

const key = (at: number): string => `https://library.example/papers/${String(at)}`;

function itemNode(one: ZoteroPaper, at: number, count: number): string {
  const kind = KINDS[at % KINDS.length] ?? 'journalArticle';
  const { item } = one;
  const line = (name: string, value: string | undefined): string =>
    value === undefined ? '' : `        <${name}>${escaped(value)}</${name}>`;
  const [date = []] = item.issued?.['date-parts'] ?? [];
  const [accessed = []] = item.accessed?.['date-parts'] ?? [];
  const iso = (parts: readonly (number | string)[]): string =>
    parts.map((part) => String(part).padStart(2, '0')).join('-');
  const automatic = at % 5 === 0 ? 2 : 0;
  const related = partnersOf(at, count);
  const address = item['publisher-place'];
  return [
    `    <${CLASS_OF[kind]} rdf:about="${key(at)}">`,
    line('z:itemType', kind),
    kind === 'journalArticle' ? `<dcterms:isPartOf>${journal(item)}</dcterms:isPartOf>` : '',
    kind === 'bookSection'
      ? `<dcterms:isPartOf><bib:Book>${line('dc:title', item['container-title'])}</bib:Book></dcterms:isPartOf>`
      : '',
    kind === 'book'
      ? `<dcterms:isPartOf><bib:Series>${line('dc:title', 'Classrooms')}${line('dc:identifier', String(at))}</bib:Series></dcterms:isPartOf>`
      : '',
    item.publisher === undefined
      ? ''
      : `<dc:publisher><foaf:Organization>${
          address === undefined
            ? ''
            : `<vcard:adr><vcard:Address>${line('vcard:locality', address)}</vcard:Address></vcard:adr>`
        }${line('foaf:name', item.publisher)}</foaf:Organization></dc:publisher>`,
    rdfCreators(peopleOf(at)),
    kind === 'book' ? rdfCreators([['Shevchuk', 'M.']], 'bib:editors') : '',
    kind === 'bookSection' ? rdfCreators([['Moroz', 'Taras']], 'bib:editors') : '',
    kind === 'bookSection' ? rdfCreators([['Bondar', 'Iryna']], 'z:seriesEditors') : '',
    ...one.notes.map((_, n) => `<dcterms:isReferencedBy rdf:resource="#note_${String(at)}_${String(n)}"/>`),
    ...one.files.map((_, n) => `<link:link rdf:resource="#file_${String(at)}_${String(n)}"/>`),
    `<link:link rdf:resource="#web_${String(at)}"/>`,
    ...related.map((other) => `<dc:relation rdf:resource="${key(other)}"/>`),
    ...one.tags.slice(0, one.tags.length - automatic).map((tag) => line('dc:subject', tag)),
    ...one.tags
      .slice(one.tags.length - automatic)
      .map((tag) => `<dc:subject><z:AutomaticTag>${line('rdf:value', tag)}</z:AutomaticTag></dc:subject>`),
    item['call-number'] === undefined
      ? ''
      : `<dc:subject><dcterms:LCC>${line('rdf:value', item['call-number'])}</dcterms:LCC></dc:subject>`,
    line('dc:title', item.title),
    line('dcterms:abstract', item.abstract),
    line('dc:date', iso(date)),
    line('z:language', item.language),
    line('z:libraryCatalog', item.source),
    `<dc:identifier><dcterms:URI>${line('rdf:value', item.URL)}</dcterms:URI></dc:identifier>`,
    line('dcterms:dateSubmitted', `${iso(accessed)} 10:11:12`),
    line('dc:rights', 'CC BY'),
    line('bib:pages', item.page?.replace('-', '–')),
    line('prism:edition', item.edition),
    line('prism:number', kind === 'report' ? item.number : undefined),
    line('z:numPages', item['number-of-pages']),
    line(kind === 'thesis' ? 'z:type' : 'dc:type', item.genre),
    kind === 'thesis' ? line('z:unknownThing', `kept ${String(at)}`) : '',
    line(
      'dc:description',
      [
        `Citation Key: invented${String(at)}`,
        ...(item.PMID === undefined ? [] : [`PMID: ${item.PMID}`]),
        item.note ?? '',
      ].join('\n'),
    ),
    `    </${CLASS_OF[kind]}>`,
  ]
    .filter(Boolean)
    .join('\n');
}

function journal(item: CslItem): string {
  const line = (name: string, value: string | undefined): string =>
    `<${name}>${escaped(value ?? '')}</${name}>`;
  return `<bib:Journal>${line('prism:volume', item.volume)}${line('dc:title', item['container-title'])}
        ${line('dc:identifier', `DOI ${item.DOI ?? ''}`)}${line('prism:number', item.issue)}
        ${line('dcterms:alternative', item['container-title-short'])}${line('dc:identifier', `ISSN ${item.ISSN ?? ''}`)}</bib:Journal>`;
}

function memo(about: string, body: string): string {
  return `    <bib:Memo rdf:about="${about}"><rdf:value>${escaped(body)}</rdf:value></bib:Memo>`;
}

function childNodes(one: ZoteroPaper, at: number): readonly string[] {
  return [
    ...one.notes.map((body, n) => memo(`#note_${String(at)}_${String(n)}`, body)),
    ...one.files.map(
      ({ path, title, mediaType }, n) => `    <z:Attachment rdf:about="#file_${String(at)}_${String(n)}">
        <z:itemType>attachment</z:itemType>
        <rdf:resource rdf:resource="${escaped(path)}"/>
        <dc:title>${escaped(title)}</dc:title>
        <z:linkMode>1</z:linkMode>
        <link:type>${mediaType}</link:type>
    </z:Attachment>`,
    ),
    `    <z:Attachment rdf:about="#web_${String(at)}">
        <z:itemType>attachment</z:itemType>
        <dc:identifier><dcterms:URI><rdf:value>${key(at)}/view</rdf:value></dcterms:URI></dc:identifier>
        <dc:title>Publisher page</dc:title>
        <z:linkMode>3</z:linkMode>
        <link:type>text/html</link:type>
    </z:Attachment>`,
  ];
}

function collectionNodes(papers: readonly ZoteroPaper[]): readonly string[] {
  const all = [...COLLECTIONS, EMPTY_COLLECTION];
  const idOf = (path: readonly string[]): string => `#collection_${String(all.indexOf(path) + 1)}`;
  return all.map((path) => {
    const parts = [
      ...all
        .filter((other) => other.length === path.length + 1 && path.every((name, at) => other[at] === name))
        .map(idOf),
      ...papers.flatMap((one, at) => (one.collections.includes(path) ? [key(at)] : [])),
    ];
    return `    <z:Collection rdf:about="${idOf(path)}">
        <dc:title>${escaped(path.at(-1) ?? '')}</dc:title>
        ${parts.map((part) => `<dcterms:hasPart rdf:resource="${part}"/>`).join('\n        ')}
    </z:Collection>`;
  });
}
