import { cleanCitationKey, normaliseItem } from '@shared/domain/bibliography';
import {
  readBibtexEntry,
  readBibtexString,
  splitBibtex,
  type BibtexEntry,
  type BibtexRecord,
} from '@shared/formats/bibliography';
import { convertLatexEntries, type LatexEntry, type LooseItem } from './citation-js';
import { lostFields, type ParsedRecord, type RecordRemark } from './parsed-record';

/** citation-js is several times faster on a list than on single entries. */
const BATCH_SIZE = 100;

/** Fields that always reach the item, in another form; what is not here is looked for in the item and else kept aside. */
const ALWAYS_MAPPED = new Set(
  (
    'author editor translator bookauthor title subtitle booktitle date year month day urldate eventdate origdate ' +
    'doi url isbn issn abstract keywords pages language langid crossref type journal journaltitle pmid pmcid'
  ).split(' '),
);

/** Verbatim fields, in which programs still write LaTeX escapes. */
const VERBATIM = new Set(['doi', 'url', 'eprint']);

interface PendingEntry {
  readonly record: BibtexRecord;
  readonly entry: BibtexEntry;
}

/**
 * Reads a .bib file record by record.
 * @param text whole file, decoded, lines ending in \n
 * @returns every reference in order, read or failed; never throws for a bad record
 */
export function* readBibtex(text: string): Generator<ParsedRecord> {
  const strings = new Map<string, string>();
  const parents = collectParents(text);
  let batch: (PendingEntry | ParsedRecord)[] = [];
  for (const record of splitBibtex(text)) {
    if (record.type === 'string') {
      const definition = readBibtexString(record, strings);
      if (definition !== undefined) strings.set(definition[0], definition[1]);
      continue;
    }
    const entry = readBibtexEntry(record, strings);
    batch.push(
      entry.ok
        ? { record, entry: entry.value }
        : { ...place(record), outcome: { kind: 'failed', code: entry.error.code } },
    );
    if (batch.length >= BATCH_SIZE) {
      yield* convertBatch(batch, parents);
      batch = [];
    }
  }
  yield* convertBatch(batch, parents);
}

/** Entries that others inherit from: only files that use `crossref` pay for looking. */
function collectParents(text: string): ReadonlyMap<string, LatexEntry> {
  const wanted = new Set(
    [...text.matchAll(/\bcrossref\s*=\s*[{"]\s*([^}"\s]+)/gi)].map((match) => match[1] ?? ''),
  );
  const parents = new Map<string, LatexEntry>();
  if (wanted.size === 0) return parents;
  const strings = new Map<string, string>();
  for (const record of splitBibtex(text)) {
    const definition = record.type === 'string' ? readBibtexString(record, strings) : undefined;
    if (definition !== undefined) strings.set(definition[0], definition[1]);
    const entry = readBibtexEntry(record, strings);
    if (entry.ok && wanted.has(entry.value.key)) parents.set(entry.value.key, latexEntry(entry.value));
  }
  return parents;
}

function* convertBatch(
  batch: readonly (PendingEntry | ParsedRecord)[],
  parents: ReadonlyMap<string, LatexEntry>,
): Generator<ParsedRecord> {
  const pending = batch.flatMap((row) => ('entry' in row ? [row] : []));
  const together = attempt(() =>
    convertLatexEntries(
      pending.map((row) => latexEntry(row.entry)),
      parentsOf(pending, parents),
    ),
  );
  let next = 0;
  for (const row of batch) {
    if (!('entry' in row)) {
      yield row;
      continue;
    }
    const loose = together?.[next];
    next += 1;
    yield loose === undefined
      ? convertAlone(row, parents)
      : finish(row, loose, parentsOf([row], parents)[0], []);
  }
}

function parentsOf(
  rows: readonly PendingEntry[],
  parents: ReadonlyMap<string, LatexEntry>,
): readonly LatexEntry[] {
  if (parents.size === 0) return [];
  const keys = new Set(rows.map((row) => row.entry.fields.get('crossref')?.trim() ?? ''));
  return [...keys].flatMap((key) => parents.get(key) ?? []);
}

/** The slow path: something in the batch cannot be read; find out whether it is this entry, and then which field. */
function convertAlone(row: PendingEntry, parents: ReadonlyMap<string, LatexEntry>): ParsedRecord {
  const inherited = parentsOf([row], parents);
  const whole = latexEntry(row.entry);
  const direct = attempt(() => convertLatexEntries([whole], inherited)[0]);
  if (direct !== undefined) return finish(row, direct, inherited[0], []);

  const remarks: RecordRemark[] = [];
  const properties = Object.fromEntries(
    Object.entries(whole.properties).map(([name, value]) => {
      const readable = attempt(() => convertLatexEntries([{ ...whole, properties: { [name]: value } }], []));
      if (readable !== undefined) return [name, value];
      remarks.push({ code: 'import.field-simplified', value: name });
      return [name, withoutLatex(value)];
    }),
  );
  try {
    const simplified = convertLatexEntries([{ ...whole, properties }], inherited)[0];
    if (simplified !== undefined) return finish(row, simplified, inherited[0], remarks);
    return { ...place(row.record), outcome: { kind: 'failed', code: 'import.not-convertible' } };
  } catch (error) {
    return {
      ...place(row.record),
      outcome: { kind: 'failed', code: 'import.not-convertible', cause: String(error) },
    };
  }
}

function finish(
  row: PendingEntry,
  loose: LooseItem,
  parent: LatexEntry | undefined,
  remarks: readonly RecordRemark[],
): ParsedRecord {
  const { entry, record } = row;
  const { item, remarks: itemRemarks } = normaliseItem(repair(loose, entry, parent));
  const lost = lostFields(entry.fields, item, ALWAYS_MAPPED);
  const key = cleanCitationKey(entry.key);
  if (key !== '') item['citation-key'] = key;
  else delete item['citation-key'];
  const bibtex = { entryType: entry.type, ...Object.fromEntries(lost) };
  item.custom = { ...item.custom, bibtex };
  return {
    ...place(record),
    outcome: {
      kind: 'read',
      item,
      key,
      files: linkedFiles(entry.fields.get('file') ?? ''),
      remarks: [
        ...remarks,
        ...itemRemarks,
        ...(entry.lacksEnd ? [{ code: 'import.missing-end' as const }] : []),
        ...(key === '' ? [{ code: 'import.missing-key' as const }] : []),
      ],
    },
  };
}

const GENRES: Readonly<Record<string, string | undefined>> = {
  phdthesis: 'PhD thesis',
  mathesis: 'Master’s thesis',
  bathesis: 'Bachelor’s thesis',
  techreport: undefined,
  patent: undefined,
  patentde: 'German patent',
  patenteu: 'European patent',
  patentfr: 'French patent',
  patentuk: 'British patent',
  patentus: 'U.S. patent',
};

/** What citation-js leaves in BibTeX's own words. */
function repair(loose: LooseItem, entry: BibtexEntry, parent: LatexEntry | undefined): LooseItem {
  const { id: _id, genre, author, editor, keyword, ...rest } = loose;
  const genreText = typeof genre === 'string' && Object.hasOwn(GENRES, genre) ? GENRES[genre] : genre;
  const raw = entry.fields;
  const container =
    raw.get('journal') ?? raw.get('journaltitle') ?? raw.get('booktitle') ?? parent?.properties['title'];
  return {
    ...rest,
    ...(rest['container-title'] === undefined && container !== undefined
      ? { 'container-title': withoutLatex(container) }
      : {}),
    ...(genreText === undefined ? {} : { genre: genreText }),
    ...(author === undefined ? {} : { author: repairNames(author, raw.get('author')) }),
    ...(editor === undefined ? {} : { editor: repairNames(editor, raw.get('editor')) }),
    ...(typeof keyword === 'string'
      ? {
          keyword: keyword
            .split(/\s*[;,]\s*/)
            .filter(Boolean)
            .join(', '),
        }
      : {}),
  };
}

/** "and others" is not a person, and a name wholly in brackets is that of a body. */
function repairNames(names: unknown, raw: string | undefined): unknown {
  if (!Array.isArray(names)) return names;
  const braced = splitNames(raw ?? '').map((name) => /^\{(?:[^{}]|\{[^{}]*\})*\}$/.test(name));
  return names.flatMap((name: unknown, index) => {
    const family = readFamily(name);
    if (family !== undefined && /^(?:others|et al\.?)$/i.test(family)) return [];
    return [family !== undefined && braced[index] === true ? { literal: family } : name];
  });
}

/** The family name of a name that has nothing else. */
function readFamily(name: unknown): string | undefined {
  if (typeof name !== 'object' || name === null || !('family' in name)) return undefined;
  return typeof name.family === 'string' && Object.keys(name).length === 1 ? name.family : undefined;
}

/** Splits at " and " outside of brackets. */
function splitNames(value: string): readonly string[] {
  const names: string[] = [];
  let depth = 0;
  let start = 0;
  for (const match of value.matchAll(/[{}]|\s+and\s+/gi)) {
    if (match[0] === '{') depth += 1;
    else if (match[0] === '}') depth -= 1;
    else if (depth === 0) {
      names.push(value.slice(start, match.index).trim());
      start = match.index + match[0].length;
    }
  }
  return [...names, value.slice(start).trim()];
}

function latexEntry(entry: BibtexEntry): LatexEntry {
  const properties: Record<string, string> = {};
  for (const [name, value] of entry.fields) {
    if (value.trim() === '' || name === 'file') continue;
    properties[name] = VERBATIM.has(name)
      ? value.replace(/\{?\\([_&%#~$])\}?/g, '$1').replace(/[{}]/g, '')
      : value;
  }
  return { type: entry.type, label: entry.key, properties };
}

function withoutLatex(value: string): string {
  return value.replace(/\\[a-zA-Z]+\s*/g, '').replace(/[\\{}$]/g, '');
}

/**
 * Paths in a `file` field: `desc:path:mime;desc2:…` with `\:` for a colon (JabRef, Zotero, Mendeley) or a bare path.
 */
function linkedFiles(value: string): readonly string[] {
  if (value.trim() === '') return [];
  return value
    .split(/(?<!\\);/)
    .map((part) => part.split(/(?<!\\):/).map((piece) => piece.replace(/\\([:;\\_&%#])/g, '$1').trim()))
    .map((pieces) => (pieces.length >= 2 ? (pieces[1] ?? '') : (pieces[0] ?? '')))
    .filter((path) => path !== '');
}

function place(record: BibtexRecord): {
  readonly index: number;
  readonly line: number;
  readonly raw: string;
} {
  return { index: record.index, line: record.line, raw: record.raw };
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
