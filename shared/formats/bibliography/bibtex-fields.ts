import { fail, ok, type Result } from '../../lib/result';
import type { BibtexRecord } from './bibtex-records';

/** A BibTeX entry with its values as LaTeX text: outer brackets gone, `@string` names replaced, parts joined. */
export interface BibtexEntry {
  readonly type: string;
  /** Citation key as written, empty when the file gives none. */
  readonly key: string;
  /** Lower-case field names; the first of two fields of one name counts, as in BibTeX. */
  readonly fields: ReadonlyMap<string, string>;
  /** Only the closing bracket was missing. */
  readonly lacksEnd: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FIELD_NAME = /[^\s=,{}()"#%]+/y;
const SPACE = /(?:\s|%[^\n]*(?:\n|$))*/y;
const NUMBER_OR_NAME = /[^\s,#{}()"%=]+/y;

/**
 * Takes one entry apart. Tolerates what real files hold: an empty key, spaces after it, missing or doubled commas,
 * comments and stray words between fields, bare words as values.
 * @param record a block from `splitBibtex`
 * @param strings `@string` definitions seen so far, by lower-case name
 * @returns the entry, or `import.unbalanced-braces` / `import.empty-record`
 */
export function readBibtexEntry(
  record: BibtexRecord,
  strings: ReadonlyMap<string, string>,
): Result<BibtexEntry, { readonly code: 'import.unbalanced-braces' | 'import.empty-record' }> {
  const cursor = new Cursor(
    record.raw,
    record.bodyStart,
    record.closed ? record.raw.length - 1 : record.raw.length,
    record.escapes,
  );
  const key = readKey(cursor);
  const fields = new Map<string, string>();
  while (!cursor.atEnd()) {
    const name = cursor.take(FIELD_NAME)?.toLowerCase();
    if (name === undefined || !cursor.eat('=')) {
      // A stray word or mark between fields: go on to the next comma.
      if (name === undefined) cursor.skip();
      continue;
    }
    const value = readValue(cursor, strings);
    if (value === undefined) return fail('import.unbalanced-braces');
    if (!fields.has(name)) fields.set(name, value);
  }
  if (fields.size === 0) return fail(record.closed ? 'import.empty-record' : 'import.unbalanced-braces');
  return ok({ type: record.type, key, fields, lacksEnd: !record.closed });
}

/**
 * Reads a `@string{name = value}` block.
 * @returns name in lower case and value, or undefined when the block is broken
 */
export function readBibtexString(
  record: BibtexRecord,
  strings: ReadonlyMap<string, string>,
): readonly [string, string] | undefined {
  const entry = readBibtexEntry({ ...record, type: 'string' }, strings);
  return entry.ok ? [...entry.value.fields.entries()][0] : undefined;
}

function readKey(cursor: Cursor): string {
  const rest = cursor.peekLine(/[^=,{}"]*(?=[,=}]|$)/y);
  if (rest === undefined) return '';
  const next = cursor.charAfter(rest.length);
  // "@article{ author = …": the key was left out.
  if (next === '=') return '';
  cursor.advance(rest.length);
  cursor.eat(',');
  return rest.trim();
}

function readValue(cursor: Cursor, strings: ReadonlyMap<string, string>): string | undefined {
  let value = '';
  do {
    const part = readPart(cursor, strings);
    if (part === undefined) return undefined;
    value += part;
  } while (cursor.eat('#'));
  return value;
}

function readPart(cursor: Cursor, strings: ReadonlyMap<string, string>): string | undefined {
  if (cursor.eat('{')) return cursor.takeBraced();
  if (cursor.eat('"')) return cursor.takeQuoted();
  const word = cursor.take(NUMBER_OR_NAME);
  if (word === undefined) return '';
  const name = word.toLowerCase();
  return strings.get(name) ?? (MONTHS.includes(name.slice(0, 3)) && name.length === 3 ? name : word);
}

/** A place in the text of one entry. */
class Cursor {
  constructor(
    private readonly text: string,
    private offset: number,
    private readonly end: number,
    private readonly escapes: boolean,
  ) {}

  atEnd(): boolean {
    this.skipSpace();
    return this.offset >= this.end;
  }

  skip(): void {
    this.offset += 1;
  }

  advance(count: number): void {
    this.offset += count;
  }

  charAfter(count: number): string {
    return this.offset + count < this.end ? this.text.charAt(this.offset + count) : '';
  }

  peekLine(pattern: RegExp): string | undefined {
    this.skipSpace();
    pattern.lastIndex = this.offset;
    const match = pattern.exec(this.text);
    return match === null ? undefined : match[0].slice(0, this.end - this.offset);
  }

  eat(mark: string): boolean {
    this.skipSpace();
    if (this.offset >= this.end || this.text.charAt(this.offset) !== mark) return false;
    this.offset += 1;
    return true;
  }

  take(pattern: RegExp): string | undefined {
    this.skipSpace();
    if (this.offset >= this.end) return undefined;
    pattern.lastIndex = this.offset;
    const match = pattern.exec(this.text);
    if (match === null || match[0] === '') return undefined;
    const found = match[0].slice(0, this.end - this.offset);
    this.offset += found.length;
    return found;
  }

  /** @returns the value up to the matching bracket, or undefined when it never comes */
  takeBraced(): string | undefined {
    return this.takeUntil('}');
  }

  /** A quote inside brackets does not end a quoted value. */
  takeQuoted(): string | undefined {
    return this.takeUntil('"');
  }

  private takeUntil(closer: '}' | '"'): string | undefined {
    const start = this.offset;
    let depth = 0;
    for (let at = start; at < this.end; at += 1) {
      const char = this.text.charAt(at);
      if (char === '\\' && (this.escapes || closer === '"')) {
        at += 1;
      } else if (char === closer && depth === 0) {
        this.offset = at + 1;
        return this.text.slice(start, at);
      } else if (char === '{') {
        depth += 1;
      } else if (char === '}') {
        depth -= 1;
        if (depth < 0) return undefined;
      }
    }
    return undefined;
  }

  private skipSpace(): void {
    SPACE.lastIndex = this.offset;
    const match = SPACE.exec(this.text);
    this.offset += match?.[0].length ?? 0;
  }
}
