import { LineCounter, type RawRecord } from './record';

/** One reference of a RIS or MEDLINE file: its tags in order, each with its lines joined. */
export interface TaggedRecord extends RawRecord {
  readonly tags: readonly (readonly [tag: string, value: string])[];
}

/** "TY  - JOUR" with its variants: one space or none, a longer dash, lower case, nothing between dash and value. */
const RIS_LINE =
  /^\s{0,4}(?:([A-Z][A-Z0-9]|PMID|PMCID|DOI)\s{0,2}[-\u2010-\u2015](?:\s(.*)|)|([A-Z][A-Z0-9]) {2}-(?=\S)(.*)|([a-z][a-z0-9]) {2}-(?: (.*))?)$/s;
const MEDLINE_LINE = /^([A-Z][A-Z0-9 ]{1,3}|ISSN ?|DOI ?)- (.*)$/s;
/** A reference without any of these is a header. */
const TELLING = new Set(['TI', 'T1', 'AU', 'A1', 'CT', 'BT']);
/** Tags that vendors repeat on one line each even where their value runs over several lines as a list. */
const LIST_TAGS = new Set(['KW', 'AU', 'A1', 'A2', 'A3', 'UR', 'SN', 'AD', 'N1', 'DB']);

/**
 * Cuts a RIS file into references: from `TY` to `ER`, to the next `TY` or to the end of the file. References whose `TY` was lost begin
 * with another tag.
 * Blank lines, running numbers and vendor headers between or within references do no harm.
 * @param text whole file, lines ending in \n
 */
export function* splitRis(text: string): Generator<TaggedRecord> {
  yield* splitTagged(text, {
    line: RIS_LINE,
    starts: (tag, open) =>
      tag === 'TY' ? open === undefined || isReference(open) : open === undefined && tag !== 'ER',
    ends: (tag) => tag === 'ER',
    isRecord: isReference,
    continues: (line) => line.trim() !== '' && !/^\d+\.?\s*$/.test(line),
  });
}

/**
 * Cuts a MEDLINE / .nbib file into references: a blank line or a new PMID (ERIC: OWN, OID) begins the next.
 * @param text whole file, lines ending in \n
 */
export function* splitMedline(text: string): Generator<TaggedRecord> {
  yield* splitTagged(text, {
    line: MEDLINE_LINE,
    starts: (tag, open) => tag === 'PMID' || open === undefined,
    ends: (tag) => tag === '',
    isRecord: () => true,
    continues: (line) => /^\s+\S/.test(line),
  });
}

type Tags = readonly (readonly [string, string])[];

function isReference(tags: Tags): boolean {
  return tags.some(([tag]) => tag === 'TY' || TELLING.has(tag));
}

interface TaggedGrammar {
  readonly line: RegExp;
  /** @param open tags of the record that is being read, undefined between records */
  readonly starts: (tag: string, open: Tags | undefined) => boolean;
  readonly ends: (tag: string) => boolean;
  readonly isRecord: (tags: Tags) => boolean;
  readonly continues: (line: string) => boolean;
}

function* splitTagged(text: string, grammar: TaggedGrammar): Generator<TaggedRecord> {
  const lines = new LineCounter(text);
  let index = 0;
  let start = -1;
  let tags: (readonly [string, string])[] = [];
  const close = (end: number): readonly TaggedRecord[] => {
    const record = { index, line: lines.lineAt(start), raw: text.slice(start, end).trimEnd(), tags };
    const isRecord = grammar.isRecord(tags);
    if (isRecord) index += 1;
    start = -1;
    tags = [];
    return isRecord ? [record] : [];
  };

  for (let offset = 0; offset < text.length;) {
    const newline = text.indexOf('\n', offset);
    const next = newline < 0 ? text.length : newline + 1;
    const line = text.slice(offset, newline < 0 ? next : newline).trimEnd();
    const match = line === '' ? null : grammar.line.exec(line);
    if (match === null) {
      if (line === '' && start >= 0 && grammar.ends('')) yield* close(offset);
      else if (start >= 0 && grammar.continues(line)) tags = joinLine(tags, line.trim());
    } else {
      const tag = (match[1] ?? match[3] ?? match[5] ?? '').trim().toUpperCase();
      if (grammar.starts(tag, start >= 0 ? tags : undefined)) {
        if (start >= 0) yield* close(offset);
        start = offset;
      }
      if (start >= 0 && grammar.ends(tag)) yield* close(next);
      else if (start >= 0) tags.push([tag, (match[2] ?? match[4] ?? match[6] ?? '').trim()]);
    }
    offset = next;
  }
  if (start >= 0) yield* close(text.length);
}

/** A line without a tag belongs to the tag before it: as another value of a list, else as more text. */
function joinLine(tags: (readonly [string, string])[], line: string): (readonly [string, string])[] {
  const last = tags.at(-1);
  if (last === undefined) return tags;
  const [tag, value] = last;
  if (tag === 'KW') tags.push([tag, line]);
  else
    tags[tags.length - 1] = [tag, value === '' ? line : `${value}${LIST_TAGS.has(tag) ? '\n' : ' '}${line}`];
  return tags;
}
