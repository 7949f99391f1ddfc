import type { RecordFile, RecordNote } from '../bibliography/extras';
import { childrenOf, parseXml, type XmlElement } from '../xml/xml-tree';
import { collectionPaths } from './collections';
import { classOf, nameOf, RdfGraph } from './graph';
import { BIB, DC, DCTERMS, FOAF, LINK, OURS, PRISM, RDF, TYPE_OF_NODE, VCARD, Z } from './vocabulary';
import type { ZoteroCreator, ZoteroItem } from './zotero-item';

/** A record of a Zotero RDF file: an item with all that belongs to it, a note that stands alone, or a file that does. */
export interface ZoteroRecord {
  readonly kind: 'item' | 'note' | 'file';
  readonly index: number;
  /** Line in the file, from 1. */
  readonly line: number;
  readonly raw: string;
  readonly damaged: boolean;
  readonly key: string;
  /** For a file that stands alone: a document with its title. */
  readonly item: ZoteroItem;
  readonly tags: readonly string[];
  readonly automaticTags: readonly string[];
  readonly notes: readonly RecordNote[];
  readonly files: readonly (RecordFile & { readonly linkMode: string })[];
  readonly related: readonly string[];
  readonly collections: readonly (readonly string[])[];
  /** What our own export wrote beside Zotero's vocabulary: JSON, or empty. */
  readonly ours: string;
}

/** A whole Zotero RDF file. */
export interface ZoteroFile {
  readonly records: readonly ZoteroRecord[];
  /** Collections without any member, as paths: they are carried too. */
  readonly emptyCollections: readonly (readonly string[])[];
}

const ITEM_TYPE = `${Z}itemType`;
const ATTACHMENT = `${Z}Attachment`;
const MEMO = `${BIB}Memo`;

/**
 * Reads Zotero RDF: items with creators, fields, tags, child notes, attachments, related items and collections.
 * @param text whole file, decoded
 * @throws XmlRefused when the file is no XML or a hostile one
 */
export function readZoteroRdf(text: string): ZoteroFile {
  const root = parseXml(text);
  const graph = new RdfGraph(root);
  const collections = collectionPaths(graph);
  const children = new Set<string>();
  for (const node of root.children) {
    for (const property of node.children) {
      if (property.name !== `${LINK}link` && property.name !== `${DCTERMS}isReferencedBy`) continue;
      const name = graph.targetName(property);
      if (name !== undefined) children.add(name);
    }
  }
  const records: ZoteroRecord[] = [];
  for (const node of root.children) {
    const name = nameOf(node) ?? '';
    const kind = kindOf(node);
    if (kind === undefined || (kind !== 'item' && children.has(name))) continue;
    const parts = [node, ...(kind === 'item' ? childNodes(graph, node) : [])];
    const itemType = typeOf(node);
    const { tags, automaticTags, callNumbers } = subjects(graph, parts);
    const item =
      kind === 'item'
        ? {
            itemType,
            fields: { ...fieldsOf(graph, node, itemType), ...callNumber(callNumbers) },
            creators: creatorsOf(graph, node),
          }
        : { itemType: 'document', fields: standaloneFields(graph, node), creators: [] };
    records.push({
      kind,
      index: records.length,
      line: node.line,
      raw: text.slice(node.start, node.end),
      damaged: node.damaged || parts.some((part) => part.damaged),
      key: name,
      item,
      tags,
      automaticTags,
      notes: parts.flatMap((part) => noteOf(graph, part)),
      files: parts.flatMap((part) => (classOf(part) === ATTACHMENT ? [fileOf(graph, part)] : [])),
      related: [
        ...new Set(childrenOf(node, `${DC}relation`).flatMap((link) => graph.targetName(link) ?? [])),
      ],
      collections: collections.of.get(name) ?? [],
      ours: graph.literals(node, `${OURS}fields`)[0] ?? '',
    });
  }
  return { records, emptyCollections: collections.empty };
}

function kindOf(node: XmlElement): ZoteroRecord['kind'] | undefined {
  const type = classOf(node);
  const itemType = childrenOf(node, ITEM_TYPE)[0]?.text.trim();
  if (type === ATTACHMENT || itemType === 'attachment') return 'file';
  if (type === MEMO || itemType === 'note') return 'note';
  if (itemType !== undefined && itemType !== '') return 'item';
  // Without a type of Zotero's own a book may also be only what a chapter appears in; then it has no creators and no date.
  if (TYPE_OF_NODE[type] === undefined) return undefined;
  const tellsItself = node.children.some((child) =>
    [`${BIB}authors`, `${BIB}editors`, `${DC}creator`, `${DC}date`, `${Z}type`].includes(child.name),
  );
  return type !== `${BIB}Book` || tellsItself ? 'item' : undefined;
}

function typeOf(node: XmlElement): string {
  const own = childrenOf(node, ITEM_TYPE)[0]?.text.trim();
  return own === undefined || own === '' ? (TYPE_OF_NODE[classOf(node)] ?? 'document') : own;
}

function childNodes(graph: RdfGraph, node: XmlElement): readonly XmlElement[] {
  return [...graph.targets(node, `${DCTERMS}isReferencedBy`), ...graph.targets(node, `${LINK}link`)].filter(
    (child) => [MEMO, ATTACHMENT].includes(classOf(child)),
  );
}

/** Properties that are told by their place, not by Zotero's own namespace. */
const PLAIN: Readonly<Record<string, string>> = {
  [`${DC}title`]: 'title',
  [`${DCTERMS}abstract`]: 'abstractNote',
  [`${DC}date`]: 'date',
  [`${DCTERMS}dateSubmitted`]: 'accessDate',
  [`${DCTERMS}issued`]: 'issueDate',
  [`${DC}description`]: 'extra',
  [`${DC}rights`]: 'rights',
  [`${DC}coverage`]: 'archiveLocation',
  [`${DC}source`]: 'source',
  [`${DC}language`]: 'language',
  [`${DC}type`]: 'genre',
  [`${DCTERMS}medium`]: 'medium',
  [`${BIB}pages`]: 'pages',
  [`${PRISM}edition`]: 'edition',
  [`${PRISM}volume`]: 'volume',
  [`${PRISM}number`]: 'number',
  [`${DCTERMS}alternative`]: 'journalAbbreviation',
};

function fieldsOf(graph: RdfGraph, node: XmlElement, itemType: string): Record<string, string> {
  const fields: Record<string, string> = {};
  const put = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') fields[name] ??= value;
  };
  for (const property of node.children) {
    const [value] = graph.literals({ ...node, children: [property] }, property.name);
    if (value === undefined || property.name === ITEM_TYPE) continue;
    const plain = PLAIN[property.name];
    if (plain !== undefined) put(plain, value);
    else if (property.name.startsWith(Z)) put(property.name.slice(Z.length), value);
  }
  for (const value of identifiersOf(graph, node)) putIdentifier(put, value);
  for (const url of urlsOf(graph, node)) put('url', url);
  const organisation = graph.targets(node, `${DC}publisher`)[0];
  if (organisation !== undefined) {
    put('publisher', graph.literals(organisation, `${FOAF}name`)[0]);
    const address = graph.targets(organisation, `${VCARD}adr`)[0];
    if (address !== undefined) put('place', graph.literals(address, `${VCARD}locality`)[0]);
  }
  put('publisher', graph.literals(node, `${DC}publisher`)[0]);
  const conference = graph.targets(node, `${BIB}presentedAt`)[0];
  if (conference !== undefined) put('conferenceName', graph.literals(conference, `${DC}title`)[0]);
  readContainers(graph, node, put, 0);
  // `prism:number` is the issue of what has issues, and the number of everything else.
  if (['journalArticle', 'magazineArticle', 'newspaperArticle'].includes(itemType) && fields['number']) {
    fields['issue'] ??= fields['number'];
    delete fields['number'];
  }
  if (itemType === 'computerProgram' && fields['edition']) {
    fields['versionNumber'] ??= fields['edition'];
    delete fields['edition'];
  }
  return fields;
}

type Put = (name: string, value: string | undefined) => void;

/** A chapter is part of a section, which is part of a book, which is part of a series. */
function readContainers(graph: RdfGraph, node: XmlElement, put: Put, depth: number): void {
  if (depth > 4) return;
  for (const container of graph.targets(node, `${DCTERMS}isPartOf`)) {
    const title = graph.literals(container, `${DC}title`)[0];
    const identifiers = identifiersOf(graph, container);
    switch (classOf(container)) {
      case `${BIB}Series`:
        put('series', title);
        put('seriesTitle', graph.literals(container, `${DCTERMS}alternative`)[0]);
        put('seriesText', graph.literals(container, `${DC}description`)[0]);
        put('seriesNumber', identifiers[0]);
        break;
      case `${BIB}Part`:
        put('section', title);
        break;
      default:
        put('publicationTitle', title);
        put('journalAbbreviation', graph.literals(container, `${DCTERMS}alternative`)[0]);
        put('volume', graph.literals(container, `${PRISM}volume`)[0]);
        put('number', graph.literals(container, `${PRISM}number`)[0]);
        for (const value of identifiers) putIdentifier(put, value);
    }
    readContainers(graph, container, put, depth + 1);
  }
}

function identifiersOf(graph: RdfGraph, node: XmlElement): readonly string[] {
  return graph.literals(node, `${DC}identifier`);
}

function putIdentifier(put: Put, value: string): void {
  const match = /^(ISSN|ISBN|DOI|PMID|PMCID)[ :]+(.+)$/s.exec(value);
  if (match) put(match[1] ?? '', match[2]?.trim());
  else if (/^https?:/i.test(value)) put('url', value);
  else put('accessionNumber', value);
}

function urlsOf(graph: RdfGraph, node: XmlElement): readonly string[] {
  return graph
    .targets(node, `${DC}identifier`)
    .flatMap((target) => (classOf(target) === `${DCTERMS}URI` ? graph.literals(target, `${RDF}value`) : []));
}

function creatorsOf(graph: RdfGraph, node: XmlElement): readonly ZoteroCreator[] {
  return node.children.flatMap((property) => {
    const isOwn = property.name.startsWith(Z);
    if (!isOwn && !property.name.startsWith(BIB)) return [];
    const word = property.name.slice((isOwn ? Z : BIB).length);
    const list = graph.target(property);
    if (!word.endsWith('s') || list?.name !== `${RDF}Seq`) return [];
    return list.children.flatMap((entry) => {
      const person = graph.target(entry);
      if (person === undefined) return [];
      const text = (...names: readonly string[]): string =>
        names.flatMap((name) => graph.literals(person, `${FOAF}${name}`))[0] ?? '';
      const family = text('surname', 'familyName', 'lastName', 'name');
      const given = text('givenName', 'givenname', 'firstName');
      return family === '' && given === '' ? [] : [{ role: word.slice(0, -1), family, given }];
    });
  });
}

function subjects(
  graph: RdfGraph,
  nodes: readonly XmlElement[],
): {
  readonly tags: readonly string[];
  readonly automaticTags: readonly string[];
  readonly callNumbers: readonly string[];
} {
  const tags = new Set<string>();
  const automatic = new Set<string>();
  const callNumbers: string[] = [];
  for (const [position, node] of nodes.entries()) {
    for (const tag of graph.literals(node, `${DC}subject`)) tags.add(tag);
    for (const target of graph.targets(node, `${DC}subject`)) {
      const [value] = graph.literals(target, `${RDF}value`);
      if (value === undefined) continue;
      if (classOf(target) === `${Z}AutomaticTag`) automatic.add(value);
      else if (position === 0) callNumbers.push(value);
    }
  }
  return { tags: [...tags], automaticTags: [...automatic].filter((tag) => !tags.has(tag)), callNumbers };
}

function callNumber(values: readonly string[]): Readonly<Record<string, string>> {
  return values[0] === undefined ? {} : { callNumber: values[0] };
}

function noteOf(graph: RdfGraph, node: XmlElement): readonly RecordNote[] {
  const isMemo = classOf(node) === MEMO;
  const body = childrenOf(node, isMemo ? `${RDF}value` : `${DC}description`)[0]?.text.trim() ?? '';
  const text = childrenOf(node, `${OURS}text`)[0]?.text;
  if (text !== undefined && text !== '') return [{ body: text, format: 'text' }];
  return (isMemo || classOf(node) === ATTACHMENT) && body !== '' ? [{ body, format: 'html' }] : [];
}

function fileOf(graph: RdfGraph, node: XmlElement): ZoteroRecord['files'][number] {
  const property = childrenOf(node, `${RDF}resource`)[0];
  const path = property?.attributes.get(`${RDF}resource`) ?? property?.text.trim() ?? '';
  return {
    path,
    title: graph.literals(node, `${DC}title`)[0] ?? '',
    mediaType: graph.literals(node, `${LINK}type`)[0] ?? '',
    url: urlsOf(graph, node)[0] ?? '',
    linkMode: graph.literals(node, `${Z}linkMode`)[0] ?? '',
  };
}

/** The title of a file that stands alone; a note has none. */
function standaloneFields(graph: RdfGraph, node: XmlElement): Readonly<Record<string, string>> {
  const title = graph.literals(node, `${DC}title`)[0];
  const url = urlsOf(graph, node)[0];
  return { ...(title === undefined ? {} : { title }), ...(url === undefined ? {} : { url }) };
}
