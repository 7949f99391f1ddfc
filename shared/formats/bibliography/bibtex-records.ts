import { LineCounter, type RawRecord } from './record';

/** One `@type{…}` block of a .bib file. */
export interface BibtexRecord extends RawRecord {
  /** Entry type in lower case: article, book, string … */
  readonly type: string;
  /** Place of the first character after the opening bracket, within `raw`. */
  readonly bodyStart: number;
  /** Whether the closing bracket was found before the next record began. */
  readonly closed: boolean;
  /** Whether `\\{` and `\\}` are letters here; BibTeX counts them as brackets, some programs' files do not. */
  readonly escapes: boolean;
}

const ENTRY_START = /@\s*([A-Za-z][\w-]*)\s*([{(])/g;
/** A line that can only be the start of another entry: it is there that a record with a missing bracket ends. */
const NEXT_ENTRY_LINE = /[ \t]{0,8}@[A-Za-z][\w-]*\s*[{(]\s*[^\s,={}"()]{0,200}\s*,/y;
/** A record already longer than any real one ends at anything that resembles an entry. */
const ANY_ENTRY_LINE = /[ \t]{0,8}@[A-Za-z][\w-]*\s*[{(]/y;
const LONG_RECORD = 20_000;
/** Looking behind a comment that never ends costs a look through the file: junk may hold millions. */
const MAX_ENDLESS = 100;

/**
 * Cuts a .bib file into its blocks. Anything between blocks is a comment, as in BibTeX itself. A block whose brackets
 * do not match ends where the next entry begins, so that one broken record costs one record.
 * @param text whole file, lines ending in \n
 * @returns references as records numbered from 0; `@string` blocks come with index -1; `@comment` and `@preamble` are left out
 */
export function* splitBibtex(text: string): Generator<BibtexRecord> {
  const lines = new LineCounter(text);
  const pattern = new RegExp(ENTRY_START);
  let index = 0;
  let endless = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const type = (match[1] ?? '').toLowerCase();
    if (isWithinWord(text, match.index)) continue;
    const bodyAt = match.index + match[0].length;
    const closer = match[2] === '(' ? ')' : '}';
    const strict = findBlockEnd(text, bodyAt, closer, false);
    const end =
      strict.closed || !text.slice(bodyAt, strict.offset).includes('\\')
        ? strict
        : findBlockEnd(text, bodyAt, closer, true);
    pattern.lastIndex = end.offset;
    const isReference = type !== 'string' && type !== 'comment' && type !== 'preamble';
    // What is no reference and never ends must not swallow the references behind it.
    if (!isReference && !end.closed && endless < MAX_ENDLESS) {
      endless += 1;
      pattern.lastIndex = nextEntryLine(text, bodyAt);
    }
    if (type === 'comment' || type === 'preamble') continue;
    if (isCommentedOut(text, match.index, end.offset)) continue;
    yield {
      index: isReference ? index : -1,
      line: lines.lineAt(match.index),
      raw: text.slice(match.index, end.offset).trimEnd(),
      type,
      bodyStart: match[0].length,
      closed: end.closed,
      escapes: !strict.closed,
    };
    if (isReference) index += 1;
  }
}

/** @returns where the next line begins that looks like an entry, or the end of the text */
function nextEntryLine(text: string, from: number): number {
  for (let at = text.indexOf('\n', from); at >= 0; at = text.indexOf('\n', at + 1)) {
    ANY_ENTRY_LINE.lastIndex = at + 1;
    if (ANY_ENTRY_LINE.test(text)) return at + 1;
  }
  return text.length;
}

/** An address in a comment such as name@host{…} starts no entry. */
function isWithinWord(text: string, offset: number): boolean {
  return offset > 0 && /[\w.]/.test(text.charAt(offset - 1));
}

/** An entry every line of which begins with a percent sign was put aside by its owner. */
function isCommentedOut(text: string, start: number, end: number): boolean {
  const lineStart = text.lastIndexOf('\n', start) + 1;
  if (text.charCodeAt(skipBlanks(text, lineStart)) !== PERCENT) return false;
  return text
    .slice(start, end)
    .split('\n')
    .every((line, index) => index === 0 || /^\s*(?:%|$)/.test(line));
}

const PERCENT = 37;
const QUOTE = 34;
const OPEN = 123;
const CLOSE = 125;
const ROUND_CLOSE = 41;
const BACKSLASH = 92;
const NEWLINE = 10;

function findBlockEnd(
  text: string,
  from: number,
  closer: '}' | ')',
  escapes: boolean,
): { readonly offset: number; readonly closed: boolean } {
  let depth = 0;
  let quoted = false;
  for (let offset = from; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code === QUOTE && depth === 0) {
      quoted = !quoted;
    } else if (code === BACKSLASH && escapes) {
      offset += 1;
    } else if (code === OPEN) {
      depth += 1;
    } else if (code === CLOSE) {
      if (depth === 0) return { offset: offset + 1, closed: closer === '}' };
      depth -= 1;
    } else if (code === ROUND_CLOSE && closer === ')' && depth === 0 && !quoted) {
      return { offset: offset + 1, closed: true };
    } else if (code === NEWLINE && text.charCodeAt(skipBlanks(text, offset + 1)) === 64) {
      const pattern = offset - from > LONG_RECORD ? ANY_ENTRY_LINE : NEXT_ENTRY_LINE;
      pattern.lastIndex = offset + 1;
      if (pattern.test(text)) return { offset: offset + 1, closed: false };
    }
  }
  return { offset: text.length, closed: false };
}

function skipBlanks(text: string, from: number): number {
  let offset = from;
  while (text.charCodeAt(offset) === 32 || text.charCodeAt(offset) === 9) offset += 1;
  return offset;
}
