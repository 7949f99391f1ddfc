import { cleanCitationKey, normaliseItem } from '@shared/domain/bibliography';
import {
  bibtexToCsl,
  inheritFields,
  parentsOf,
  readBibtexEntry,
  readBibtexString,
  readJabrefFolders,
  readJabrefGroups,
  readLinkedFiles,
  splitBibtex,
  type BibtexEntry,
  type BibtexRecord,
  type JabrefGroups,
  type RecordFile,
} from '@shared/formats/bibliography';
import type { ParsedRecord } from './parsed-record';

/** Fields in which programs name files. */
const FILE_FIELDS = ['file', 'pdf', 'local-url', 'localfile'];
/** Kinds of files, beside PDF, that hold a paper; a bibliography from anybody brings no other file in. */
const OTHER_PAPERS = /\.(?:epub|html?|docx?|odt|djvu|txt|png|jpe?g)$/i;
/** Beginnings of absolute paths that one program writes without their first slash. */
const LOST_SLASH = /^(?:Users|home|root|media|mnt|Volumes)\//;

const ABSOLUTE = /^(?:[\\/]|[A-Za-z]:)/;

/**
 * Reads a .bib file record by record.
 * @param text whole file, decoded, lines ending in \n
 * @returns every reference in order, read or failed; never throws for a bad record
 */
export function* readBibtex(text: string): Generator<ParsedRecord> {
  const strings = new Map<string, string>();
  const withInherited = resolveParents(collectParents(text));
  const groups = readJabrefGroups(text);
  const folders = readJabrefFolders(text);
  for (const record of splitBibtex(text)) {
    if (record.type === 'string') {
      const definition = readBibtexString(record, strings);
      if (definition !== undefined) strings.set(definition[0], definition[1]);
      continue;
    }
    yield readOne(record, strings, withInherited, groups, folders);
  }
}

/** Entries that others inherit from: only files that use `crossref` or `xdata` pay for looking. */
function collectParents(text: string): ReadonlyMap<string, BibtexEntry> {
  const wanted = new Set(
    [...text.matchAll(/\b(?:crossref|xdata)\s*=\s*[{"]([^}"]+)/gi)].flatMap((match) =>
      (match[1] ?? '').split(',').map((key) => key.trim()),
    ),
  );
  const parents = new Map<string, BibtexEntry>();
  if (wanted.size === 0) return parents;
  const strings = new Map<string, string>();
  for (const record of splitBibtex(text)) {
    const definition = record.type === 'string' ? readBibtexString(record, strings) : undefined;
    if (definition !== undefined) strings.set(definition[0], definition[1]);
    const entry = readBibtexEntry(record, strings);
    if (entry.ok && wanted.has(entry.value.key)) parents.set(entry.value.key, entry.value);
  }
  return parents;
}

/** What each parent says with all that it takes over from its own parents; a circle ends where it began. */
function resolveParents(parents: ReadonlyMap<string, BibtexEntry>): (entry: BibtexEntry) => BibtexEntry {
  if (parents.size === 0) return (entry) => entry;
  const resolved = new Map<string, BibtexEntry>();
  const withInherited = (entry: BibtexEntry): BibtexEntry =>
    parentsOf(entry).reduce((heir, key) => {
      const parent = parentOf(key);
      return parent === undefined ? heir : inheritFields(heir, parent);
    }, entry);
  const parentOf = (key: string): BibtexEntry | undefined => {
    const known = resolved.get(key);
    const parent = parents.get(key);
    if (known !== undefined || parent === undefined) return known;
    resolved.set(key, parent);
    const whole = withInherited(parent);
    resolved.set(key, whole);
    return whole;
  };
  return withInherited;
}

function readOne(
  record: BibtexRecord,
  strings: ReadonlyMap<string, string>,
  withInherited: (entry: BibtexEntry) => BibtexEntry,
  groups: JabrefGroups,
  folders: readonly string[],
): ParsedRecord {
  const { index, line, raw } = record;
  const parsed = readBibtexEntry(record, strings);
  if (!parsed.ok) return { index, line, raw, outcome: { kind: 'failed', code: parsed.error.code } };
  const entry = parsed.value;
  try {
    const { loose, unmapped, sources } = bibtexToCsl(withInherited(entry));
    const { item, remarks } = normaliseItem(loose);
    const key = cleanCitationKey(entry.key);
    if (key !== '') item['citation-key'] = key;
    item.custom = {
      ...item.custom,
      bibtex: { entryType: entry.type, ...unmapped },
      ...(Object.keys(sources).length > 0 ? { bibtexSource: sources } : {}),
    };
    const collections = groups.of(entry);
    // Papers go by `files`; pages saved from the web, e-books and the like by their names and types.
    const others = linksOf(entry).filter((file) => OTHER_PAPERS.test(file.path));
    return {
      index,
      line,
      raw,
      outcome: {
        kind: 'read',
        item,
        key,
        files: filesOf(entry, folders),
        remarks: [
          ...remarks,
          ...(entry.lacksEnd ? [{ code: 'import.missing-end' as const }] : []),
          ...(key === '' ? [{ code: 'import.missing-key' as const }] : []),
        ],
        ...(collections.length + others.length > 0 ? { extras: { collections, files: others } } : {}),
      },
    };
  } catch (error) {
    return {
      index,
      line,
      raw,
      outcome: { kind: 'failed', code: 'import.not-convertible', cause: String(error) },
    };
  }
}

function linksOf(entry: BibtexEntry): readonly RecordFile[] {
  return FILE_FIELDS.flatMap((name) => readLinkedFiles(entry.fields.get(name) ?? ''));
}

/** Each file, at every place where it may be. */
function filesOf(entry: BibtexEntry, folders: readonly string[]): readonly string[] {
  return linksOf(entry)
    .map((file) => file.path)
    .filter((path) => path !== '')
    .flatMap((path) => [
      path,
      ...(LOST_SLASH.test(path) ? [`/${path}`] : []),
      ...(ABSOLUTE.test(path) ? [] : folders.map((folder) => `${folder}/${path}`)),
    ]);
}
