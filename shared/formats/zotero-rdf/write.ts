import type { CslItem } from '../../domain/bibliography';
import type { RecordExtras, RecordFile, RecordNote } from '../bibliography/extras';
import { escapeXml } from '../xml/xml-tree';
import { cslToZotero, zoteroToCsl } from './csl';
import { readZoteroRdf } from './read';
import { difference, type Supplement } from './restore';
import { BIB, DC, DCTERMS, FOAF, LINK, OURS, PRISM, RDF, VCARD, Z, ZOTERO_TYPES } from './vocabulary';
import type { ZoteroItem } from './zotero-item';

/** A record with all that is to be written of it. */
export interface RdfRecord {
  /** Unique within the export. */
  readonly key: string;
  readonly item: CslItem;
  readonly extras: RecordExtras;
}

/** What is written. */
export interface RdfLibrary {
  readonly records: readonly RdfRecord[];
  readonly looseNotes?: readonly RecordNote[];
  readonly emptyCollections?: readonly (readonly string[])[];
}

const PREFIXES = {
  rdf: RDF,
  z: Z,
  dcterms: DCTERMS,
  bib: BIB,
  foaf: FOAF,
  link: LINK,
  dc: DC,
  prism: PRISM,
  vcard: VCARD,
  q: OURS,
};

/**
 * Writes a library as Zotero RDF. What the vocabulary cannot carry is added in a namespace of our own, which Zotero passes over, so that
 * reading the file back gives the same records.
 * @param library records with collections, tags, notes, files (paths relative to the file) and related keys
 */
export function writeZoteroRdf(library: RdfLibrary): string {
  const plain = document(library, new Map());
  const readBack = new Map(readZoteroRdf(plain).records.map((record) => [record.key, record]));
  const supplements = new Map<string, Supplement>();
  for (const { key, item, extras } of library.records) {
    const read = readBack.get(resource(key));
    if (read === undefined) continue;
    const keywordTags = keywordsOf(item).filter((word) => read.automaticTags.includes(word));
    const own = new Set(automaticOf(item, extras));
    const { item: back } = zoteroToCsl(read.item);
    const links = linksOf(item).map(({ title, url }) => ({ title, url }));
    const kept = {
      ...(own.size > 0 ? { automaticTags: [...own] } : {}),
      ...(links.length > 0 ? { links } : {}),
    };
    if (Object.keys(kept).length > 0)
      back.custom = { ...back.custom, zotero: { ...zoteroOf(back), ...kept } };
    const { dateAdded, local } = extras;
    const supplement: Supplement = {
      ...difference(item, back),
      keywordTags: keywordTags.filter((word) => !own.has(word)),
      local: local ?? {},
      ...(dateAdded === undefined ? {} : { dateAdded }),
    };
    const says = [supplement.set, supplement.local].some((part) => Object.keys(part).length > 0);
    if (says || supplement.unset.length + supplement.keywordTags.length > 0 || dateAdded !== undefined) {
      supplements.set(key, supplement);
    }
  }
  return document(library, supplements);
}

function zoteroOf(item: CslItem): object {
  const zotero = item.custom?.['zotero'];
  return typeof zotero === 'object' && zotero !== null ? zotero : {};
}

function automaticTagsOf(item: CslItem): readonly string[] {
  const tags: unknown = Reflect.get(zoteroOf(item), 'automaticTags');
  return Array.isArray(tags) ? tags.filter((tag): tag is string => typeof tag === 'string') : [];
}

/** Addresses that hang on a record without a file. */
function linksOf(item: CslItem): readonly RecordFile[] {
  const links: unknown = Reflect.get(zoteroOf(item), 'links');
  if (!Array.isArray(links)) return [];
  return links.flatMap((link: unknown) => {
    if (typeof link !== 'object' || link === null) return [];
    const fields = new Map<string, unknown>(Object.entries(link));
    const [title, url] = [fields.get('title'), fields.get('url')];
    if (typeof url !== 'string' || url === '') return [];
    return [{ path: '', title: typeof title === 'string' ? title : '', mediaType: 'text/html', url }];
  });
}

/** Tags that came with the record and that it still has. */
function automaticOf(item: CslItem, extras: RecordExtras): readonly string[] {
  return automaticTagsOf(item).filter((tag) => extras.tags?.includes(tag));
}

/** Keywords that came with a record are what Zotero calls automatic tags. */
function keywordsOf(item: CslItem): readonly string[] {
  return [
    ...new Set(
      (item.keyword ?? '')
        .split(/[;,]/)
        .map((word) => word.trim())
        .filter(Boolean),
    ),
  ];
}

const resource = (key: string): string => `#item_${key}`;

function document(library: RdfLibrary, supplements: ReadonlyMap<string, Supplement>): string {
  const namespaces = Object.entries(PREFIXES).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  const keys = new Set(library.records.map(({ key }) => key));
  const parts = library.records.flatMap((record) => recordNodes(record, keys, supplements.get(record.key)));
  const notes = (library.looseNotes ?? []).map((note, index) => memo(`#note_${String(index)}`, note));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<rdf:RDF\n${namespaces.join('\n')}>`,
    ...parts,
    ...notes,
    ...collectionNodes(library),
    '</rdf:RDF>\n',
  ].join('\n');
}

const element = (name: string, value: string): string => `<${name}>${escapeXml(value)}</${name}>`;
const reference = (name: string, target: string): string => `<${name} rdf:resource="${escapeXml(target)}"/>`;

function recordNodes(
  { key, item, extras }: RdfRecord,
  keys: ReadonlySet<string>,
  supplement: Supplement | undefined,
): readonly string[] {
  const zotero = cslToZotero(item);
  const notes = extras.notes ?? [];
  const files = [...(extras.files ?? []), ...linksOf(item)];
  const noteNames = notes.map((_, index) => `#note_${key}_${String(index)}`);
  const fileNames = files.map((_, index) => `#file_${key}_${String(index)}`);
  const automatic = new Set(automaticOf(item, extras));
  const manual = (extras.tags ?? []).filter((tag) => !automatic.has(tag));
  const listed = new Set([...manual, ...automatic]);
  const words = keywordsOf(item).filter((word) => !listed.has(word));
  const node = prefixed(ZOTERO_TYPES[zotero.itemType]?.node ?? `${RDF}Description`);
  const lines = [
    element('z:itemType', zotero.itemType),
    ...fieldLines(zotero),
    ...creatorLines(zotero),
    ...noteNames.map((name) => reference('dcterms:isReferencedBy', name)),
    ...fileNames.map((name) => reference('link:link', name)),
    ...(extras.related ?? [])
      .filter((other) => keys.has(other))
      .map((other) => reference('dc:relation', resource(other))),
    ...manual.map((tag) => element('dc:subject', tag)),
    ...[...automatic, ...words].map(
      (tag) => `<dc:subject><z:AutomaticTag>${element('rdf:value', tag)}</z:AutomaticTag></dc:subject>`,
    ),
    ...(supplement === undefined ? [] : [element('q:fields', JSON.stringify(supplement))]),
  ];
  return [
    `    <${node} rdf:about="${escapeXml(resource(key))}">`,
    ...lines.map((line) => `        ${line}`),
    `    </${node}>`,
    ...notes.map((note, index) => memo(noteNames[index] ?? '', note)),
    ...files.map((file, index) => attachment(fileNames[index] ?? '', file)),
  ];
}

/** Where a field of Zotero stands when it does not stand in Zotero's own namespace. */
const PLACES: Readonly<Record<string, string>> = {
  title: 'dc:title',
  abstractNote: 'dcterms:abstract',
  date: 'dc:date',
  accessDate: 'dcterms:dateSubmitted',
  extra: 'dc:description',
  rights: 'dc:rights',
  archiveLocation: 'dc:coverage',
  pages: 'bib:pages',
  edition: 'prism:edition',
  genre: 'z:type',
  language: 'z:language',
};
const IN_CONTAINER = new Set([
  'publicationTitle',
  'journalAbbreviation',
  'volume',
  'issue',
  'number',
  'ISSN',
  'ISBN',
  'DOI',
]);
const IN_SERIES = new Set(['series', 'seriesNumber', 'seriesText', 'seriesTitle']);
const APART = new Set([
  'section',
  'publisher',
  'place',
  'conferenceName',
  'url',
  'callNumber',
  'accessionNumber',
]);

function fieldLines({ itemType, fields }: ZoteroItem): readonly string[] {
  const lines: string[] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (IN_CONTAINER.has(name) || IN_SERIES.has(name) || APART.has(name)) continue;
    // A field name of another hand may be no name of an element.
    if (PLACES[name] !== undefined) lines.push(element(PLACES[name], value));
    else if (/^[A-Za-z]\w*$/.test(name)) lines.push(element(`z:${name}`, value));
  }
  const container = ZOTERO_TYPES[itemType]?.container;
  const inContainer = containerLines(fields);
  const series = seriesLines(fields);
  if (container === undefined)
    lines.push(...inContainer, ...nested('dcterms:isPartOf', 'bib:Series', series));
  else if (inContainer.length + series.length > 0) {
    lines.push(
      ...nested('dcterms:isPartOf', prefixed(container), [
        ...inContainer,
        ...nested('dcterms:isPartOf', 'bib:Series', series),
      ]),
    );
  }
  if (fields['section'])
    lines.push(...nested('dcterms:isPartOf', 'bib:Part', [element('dc:title', fields['section'])]));
  const organisation = [
    ...(fields['place']
      ? nested('vcard:adr', 'vcard:Address', [element('vcard:locality', fields['place'])])
      : []),
    ...(fields['publisher'] ? [element('foaf:name', fields['publisher'])] : []),
  ];
  lines.push(...nested('dc:publisher', 'foaf:Organization', organisation));
  if (fields['conferenceName']) {
    lines.push(
      ...nested('bib:presentedAt', 'bib:Conference', [element('dc:title', fields['conferenceName'])]),
    );
  }
  if (fields['url'])
    lines.push(...nested('dc:identifier', 'dcterms:URI', [element('rdf:value', fields['url'])]));
  if (fields['callNumber']) {
    lines.push(...nested('dc:subject', 'dcterms:LCC', [element('rdf:value', fields['callNumber'])]));
  }
  if (fields['accessionNumber']) lines.push(element('dc:identifier', fields['accessionNumber']));
  return lines;
}

function containerLines(fields: ZoteroItem['fields']): readonly string[] {
  const line = (field: string, name: string, before = ''): readonly string[] =>
    fields[field] === undefined ? [] : [element(name, `${before}${fields[field]}`)];
  return [
    ...line('publicationTitle', 'dc:title'),
    ...line('journalAbbreviation', 'dcterms:alternative'),
    ...line('volume', 'prism:volume'),
    ...(fields['issue'] === undefined ? line('number', 'prism:number') : line('issue', 'prism:number')),
    ...(fields['issue'] === undefined ? [] : line('number', 'z:number')),
    ...line('ISSN', 'dc:identifier', 'ISSN '),
    ...line('ISBN', 'dc:identifier', 'ISBN '),
    ...line('DOI', 'dc:identifier', 'DOI '),
  ];
}

function seriesLines(fields: ZoteroItem['fields']): readonly string[] {
  const line = (field: string, name: string): readonly string[] =>
    fields[field] === undefined ? [] : [element(name, fields[field])];
  return [
    ...line('series', 'dc:title'),
    ...line('seriesTitle', 'dcterms:alternative'),
    ...line('seriesText', 'dc:description'),
    ...line('seriesNumber', 'dc:identifier'),
  ];
}

function nested(property: string, node: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`<${property}><${node}>${lines.join('')}</${node}></${property}>`];
}

const BIBLIO_ROLES = new Set(['author', 'editor', 'contributor']);

function creatorLines({ creators }: ZoteroItem): readonly string[] {
  const lists = new Map<string, string[]>();
  for (const { role, family, given } of creators) {
    if (!/^[A-Za-z]+$/.test(role)) continue;
    const surname = family === '' ? '' : element('foaf:surname', family);
    const first = given === '' ? '' : element('foaf:givenName', given);
    const person = `<rdf:li><foaf:Person>${surname}${first}</foaf:Person></rdf:li>`;
    const name = `${BIBLIO_ROLES.has(role) ? 'bib' : 'z'}:${role}s`;
    const list = lists.get(name);
    if (list === undefined) lists.set(name, [person]);
    else list.push(person);
  }
  return [...lists].map(([name, people]) => `<${name}><rdf:Seq>${people.join('')}</rdf:Seq></${name}>`);
}

function memo(name: string, note: RecordNote): string {
  const html =
    note.format === 'html'
      ? note.body
      : note.body
          .split(/\n{2,}/)
          .map((paragraph) => `<p>${escapeXml(paragraph).replaceAll('\n', '<br />')}</p>`)
          .join('');
  const isPlain = note.format === 'text' ? element('q:text', note.body) : '';
  return `    <bib:Memo rdf:about="${escapeXml(name)}">${element('rdf:value', html)}${isPlain}</bib:Memo>`;
}

function attachment(name: string, file: RecordFile): string {
  const isLink = file.path === '';
  const lines = [
    element('z:itemType', 'attachment'),
    ...(isLink ? [] : [reference('rdf:resource', file.path)]),
    ...(file.url === '' ? [] : nested('dc:identifier', 'dcterms:URI', [element('rdf:value', file.url)])),
    ...(file.title === '' ? [] : [element('dc:title', file.title)]),
    element('z:linkMode', isLink ? '3' : '1'),
    ...(file.mediaType === '' ? [] : [element('link:type', file.mediaType)]),
  ];
  return `    <z:Attachment rdf:about="${escapeXml(name)}">${lines.join('')}</z:Attachment>`;
}

interface Folder {
  readonly name: string;
  readonly inner: Map<string, Folder>;
  readonly members: string[];
}

function collectionNodes(library: RdfLibrary): readonly string[] {
  const root: Folder = { name: '', inner: new Map(), members: [] };
  const at = (path: readonly string[]): Folder =>
    path.reduce((folder, name) => {
      const inner = folder.inner.get(name) ?? { name, inner: new Map(), members: [] };
      folder.inner.set(name, inner);
      return inner;
    }, root);
  for (const { key, extras } of library.records) {
    for (const path of extras.collections ?? []) if (path.length > 0) at(path).members.push(resource(key));
  }
  for (const path of library.emptyCollections ?? []) at(path);
  const lines: string[] = [];
  let next = 0;
  const write = (folder: Folder): string => {
    next += 1;
    const name = `#collection_${String(next)}`;
    const place = lines.length;
    const inner = [...folder.inner.values()].map(write);
    const parts = [...inner, ...folder.members].map((part) => reference('dcterms:hasPart', part));
    lines.splice(
      place,
      0,
      `    <z:Collection rdf:about="${name}">${element('dc:title', folder.name)}${parts.join('')}</z:Collection>`,
    );
    return name;
  };
  for (const folder of root.inner.values()) write(folder);
  return lines;
}

/** @param name full name of a class @returns it with its prefix */
function prefixed(name: string): string {
  const found = Object.entries(PREFIXES).find(([, uri]) => name.startsWith(uri));
  return found === undefined ? 'rdf:Description' : `${found[0]}:${name.slice(found[1].length)}`;
}
