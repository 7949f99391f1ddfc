import { cleanCitationKey, type CslItem } from '@shared/domain/bibliography';
import type { LocalFields, RecordExtras, RecordNote } from '@shared/formats/bibliography';
import {
  parseSupplement,
  readZoteroRdf as readRdf,
  restore,
  zoteroToCsl,
  type ZoteroRecord,
} from '@shared/formats/zotero-rdf';
import { cleanNoteHtml } from '../note-html';
import type { ParsedRecord, RecordRemark } from './parsed-record';

/**
 * Reads a Zotero RDF file. The file is one graph, so all of it is read before the first record comes.
 * @param text whole file, decoded
 * @returns every item, standalone note and standalone file in order
 */
export function* readZoteroRdf(text: string): Generator<ParsedRecord> {
  const { records, emptyCollections } = readRdf(text);
  const notes = records.filter(({ kind }) => kind === 'note');
  const others = records.filter(({ kind }) => kind !== 'note');
  // A file of notes alone has no record that they could come with: each becomes a document.
  const shown = others.length > 0 ? others : notes;
  const looseNotes = others.length > 0 ? notes.flatMap((record) => record.notes.flatMap(cleaned)) : [];
  for (const [index, record] of shown.entries()) {
    yield readRecord({ ...record, index }, index === 0 ? { emptyCollections, looseNotes } : {});
  }
}

function readRecord(record: ZoteroRecord, once: RecordExtras): ParsedRecord {
  const { index, line, raw } = record;
  if (record.damaged)
    return { index, line, raw, outcome: { kind: 'failed', code: 'import.xml-record-broken' } };
  const notes = record.notes.flatMap(cleaned);
  const shared: RecordExtras = {
    ...once,
    key: record.key,
    collections: record.collections,
    notes,
    related: record.related,
  };
  const supplement = parseSupplement(record.ours);
  const { item: read, remarks } = zoteroToCsl(record.kind === 'note' ? titledByNote(record) : record.item);
  const added = new Set(supplement?.keywordTags ?? []);
  const automatic = record.automaticTags.filter((tag) => !added.has(tag));
  const links = record.files
    .filter((file) => isLink(file) && file.url !== '')
    .map(({ title, url }) => ({ title, url }));
  const plain = withKept(read, {
    ...(automatic.length > 0 ? { automaticTags: automatic } : {}),
    ...(links.length > 0 ? { links } : {}),
  });
  const item = supplement === undefined ? plain : restore(plain, supplement);
  const key = cleanCitationKey(item['citation-key'] ?? '');
  const local: LocalFields | undefined = supplement?.local;
  return {
    index,
    line,
    raw,
    outcome: {
      kind: 'read',
      item,
      key,
      remarks: supplement === undefined ? withoutTitleRemark(record, remarks) : [],
      files: [],
      extras: {
        ...shared,
        tags: [...record.tags, ...automatic],
        files: record.files
          .filter((file) => !isLink(file))
          .map(({ path, title, mediaType, url }) => ({ path: localPath(path), title, mediaType, url })),
        ...(local === undefined ? {} : { local }),
        ...(supplement?.dateAdded === undefined ? {} : { dateAdded: supplement.dateAdded }),
      },
    },
  };
}

function cleaned(note: RecordNote): readonly RecordNote[] {
  if (note.format === 'text') return [note];
  const body = cleanNoteHtml(note.body);
  return body === '' ? [] : [{ body, format: 'html' }];
}

/** An address without a file. */
function isLink({ path, linkMode, url }: ZoteroRecord['files'][number]): boolean {
  return path === '' && (linkMode === '3' || url !== '');
}

/**
 * Zotero keeps apart tags that came with a record and tags that a person gave, and hangs addresses on a record; an export writes both
 * again as they were.
 */
function withKept(
  item: CslItem,
  more: { readonly automaticTags?: readonly string[]; readonly links?: readonly object[] },
): CslItem {
  if (Object.keys(more).length === 0) return item;
  const zotero = item.custom?.['zotero'];
  const kept = typeof zotero === 'object' && zotero !== null ? zotero : {};
  return { ...item, custom: { ...item.custom, zotero: { ...kept, ...more } } };
}

/** Letters, interviews and files that stand alone often have no title in Zotero; that is no mistake. */
function withoutTitleRemark(record: ZoteroRecord, remarks: readonly RecordRemark[]): readonly RecordRemark[] {
  const untitled = ['letter', 'interview', 'email', 'instantMessage'].includes(record.item.itemType);
  return untitled ? remarks.filter(({ code }) => code !== 'import.no-title') : remarks;
}

/** Some programs write `file:` addresses where Zotero writes paths. */
function localPath(path: string): string {
  return path.replace(/^file:\/\/(?:localhost)?(?=\/)/i, '').replace(/^\/(?=[A-Za-z]:[\\/])/, '');
}

/** The first words of a note. */
function titledByNote(record: ZoteroRecord): ZoteroRecord['item'] {
  const words = (record.notes[0]?.body ?? '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { ...record.item, fields: { title: words.slice(0, 80) } };
}
