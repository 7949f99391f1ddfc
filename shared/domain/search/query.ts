import { words } from './text';

/** Fields that hold text. */
export const textFields = [
  'title',
  'creator',
  'container',
  'abstract',
  'tag',
  'note',
  'comment',
  'fulltext',
] as const;
export type TextField = (typeof textFields)[number];

/** Fields compared as a whole or as dates. */
export type ExactField = 'type' | 'color' | 'status' | 'doi' | 'key';
export type DateField = 'year' | 'added' | 'modified';

/** A search as a tree. Dates are ISO prefixes ("2020", "2020-05"); `from` is inclusive, `before` exclusive. */
export type SearchNode =
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly SearchNode[] }
  | { readonly kind: 'not'; readonly node: SearchNode }
  | TextTerm
  | { readonly kind: 'exact'; readonly field: ExactField; readonly value: string }
  | {
      readonly kind: 'date';
      readonly field: DateField;
      readonly from: string | null;
      readonly before: string | null;
    };

/** Words to be found next to one another, in one field or anywhere. */
export interface TextTerm {
  readonly kind: 'text';
  readonly field: TextField | null;
  readonly words: readonly string[];
  /** The last word may go on ("teach" finds "teaching"). */
  readonly prefix: boolean;
}

/** A parsed query. */
export interface SearchQuery {
  /** Null when the text holds nothing to search for. */
  readonly node: SearchNode | null;
  /** False when operators or brackets did not fit and all was taken as plain words. */
  readonly understood: boolean;
}

type Named =
  | { readonly kind: 'text'; readonly field: TextField }
  | { readonly kind: 'exact'; readonly field: ExactField }
  | { readonly kind: 'date'; readonly field: DateField; readonly side: 'in' | 'from' | 'after' | 'before' };

const text = (field: TextField): Named => ({ kind: 'text', field });
const exact = (field: ExactField): Named => ({ kind: 'exact', field });
const date = (field: DateField, side: 'in' | 'from' | 'after' | 'before'): Named => ({
  kind: 'date',
  field,
  side,
});

/** Names of fields as people type them, in both languages of the interface. */
const FIELDS: ReadonlyMap<string, Named> = new Map<string, Named>([
  ...['title', 'назва', 'заголовок'].map((name) => [name, text('title')] as const),
  ...['by', 'author', 'creator', 'автор', 'автори'].map((name) => [name, text('creator')] as const),
  ...['in', 'journal', 'publication', 'журнал', 'видання'].map((name) => [name, text('container')] as const),
  ...['abstract', 'анотація'].map((name) => [name, text('abstract')] as const),
  ...['tag', 'мітка', 'тег'].map((name) => [name, text('tag')] as const),
  ...['note', 'нотатка'].map((name) => [name, text('note')] as const),
  ...['annotation', 'comment', 'highlight', 'виділення', 'коментар'].map(
    (name) => [name, text('comment')] as const,
  ),
  ...['text', 'fulltext', 'текст'].map((name) => [name, text('fulltext')] as const),
  ...['type', 'тип'].map((name) => [name, exact('type')] as const),
  ...['color', 'colour', 'колір'].map((name) => [name, exact('color')] as const),
  ...['status', 'стан'].map((name) => [name, exact('status')] as const),
  ['doi', exact('doi')],
  ...['key', 'citekey', 'ключ'].map((name) => [name, exact('key')] as const),
  ...['year', 'рік'].map((name) => [name, date('year', 'in')] as const),
  ...['before', 'до'].map((name) => [name, date('year', 'before')] as const),
  ...['after', 'після'].map((name) => [name, date('year', 'after')] as const),
  ...['since', 'від'].map((name) => [name, date('year', 'from')] as const),
  ...['added', 'додано'].map((name) => [name, date('added', 'from')] as const),
  ...['modified', 'змінено'].map((name) => [name, date('modified', 'from')] as const),
]);

interface Token {
  readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'term';
  readonly field: string | null;
  readonly text: string;
  readonly quoted: boolean;
}

const TOKEN =
  /\s*(?:(\()|(\))|(-(?=[\p{L}\p{N}"(]))|(?:([\p{L}]+):(?=\S))?(?:["“”«„]([^"“”«»„]*)["“”»]|([^\s()"“”«»„]+)))/uy;

const OPERATORS: ReadonlyMap<string, 'and' | 'or'> = new Map<string, 'and' | 'or'>([
  ['and', 'and'],
  ['та', 'and'],
  ['or', 'or'],
  ['або', 'or'],
]);
/** In capitals only: "why children do not read" is no exclusion. */
const NEGATIONS = new Set(['NOT', 'НЕ']);

function tokenize(query: string): readonly Token[] | null {
  const tokens: Token[] = [];
  const source = query.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const match = TOKEN.exec(source);
    if (match === null) return null;
    const [, open, close, minus, field, quoted, plain] = match;
    const part = { field: null, text: '', quoted: false };
    if (open !== undefined) tokens.push({ ...part, kind: 'open' });
    else if (close !== undefined) tokens.push({ ...part, kind: 'close' });
    else if (minus !== undefined) tokens.push({ ...part, kind: 'not' });
    else {
      const name = field?.toLowerCase() ?? null;
      const known = name !== null && FIELDS.has(name);
      // "foo:bar" with a name that is no field is text, colon and all.
      const value = quoted ?? plain ?? '';
      const bare = quoted === undefined && name === null;
      const operator = !bare ? undefined : NEGATIONS.has(value) ? 'not' : OPERATORS.get(value.toLowerCase());
      if (operator !== undefined) tokens.push({ ...part, kind: operator, text: value });
      else {
        const whole = known || field === undefined ? value : `${field}:${value}`;
        tokens.push({ kind: 'term', field: known ? name : null, text: whole, quoted: quoted !== undefined });
      }
    }
  }
  return tokens;
}

/** Shortest word that is searched as the beginning of words; "of" must not find "offer". */
const PREFIX_LENGTH = 3;

function textTerm(field: TextField | null, value: string, quoted: boolean): SearchNode | null {
  const starred = /\*$/.test(value);
  const parts = words(value);
  const last = parts.at(-1);
  if (last === undefined) return null;
  return { kind: 'text', field, words: parts, prefix: starred || (!quoted && last.length >= PREFIX_LENGTH) };
}

/** The first ISO prefix after the period a prefix stands for: "2020" gives "2021", "2020-12" gives "2021-01". */
function following(prefix: string): string {
  const [year = '', month, day] = prefix.split('-');
  const pad = (value: number): string => String(value).padStart(2, '0');
  if (month === undefined) return String(Number(year) + 1);
  if (day === undefined)
    return month === '12' ? `${String(Number(year) + 1)}-01` : `${year}-${pad(Number(month) + 1)}`;
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) + 1)).toISOString().slice(0, 10);
}

function dateTerm(
  field: DateField,
  side: 'in' | 'from' | 'after' | 'before',
  value: string,
): SearchNode | null {
  const range = /^(\d{4})?[-–.]{1,2}(\d{4})?$/.exec(value);
  if (side === 'in' && range !== null && (range[1] ?? range[2]) !== undefined) {
    const before = range[2] === undefined ? null : following(range[2]);
    return { kind: 'date', field, from: range[1] ?? null, before };
  }
  const sign = side === 'in' ? /^([<>]=?)(.+)$/.exec(value) : null;
  const point = sign?.[2] ?? value;
  if (!/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(point)) return null;
  const which =
    sign === null
      ? side
      : ({ '<': 'before', '<=': 'until', '>': 'after', '>=': 'from' } as const)[sign[1] ?? ''];
  switch (which) {
    case 'before':
      return { kind: 'date', field, from: null, before: point };
    case 'until':
      return { kind: 'date', field, from: null, before: following(point) };
    case 'after':
      return { kind: 'date', field, from: following(point), before: null };
    case 'from':
      return { kind: 'date', field, from: point, before: null };
    default:
      return { kind: 'date', field, from: point, before: following(point) };
  }
}

function leaf(token: Token): SearchNode | null {
  const named = token.field === null ? undefined : FIELDS.get(token.field);
  if (named === undefined) return textTerm(null, token.text, token.quoted);
  if (named.kind === 'text') return textTerm(named.field, token.text, token.quoted);
  if (named.kind === 'exact') {
    const value = token.text.trim().toLowerCase();
    return value === '' ? null : { kind: 'exact', field: named.field, value };
  }
  // "before: tomorrow" is no date: plain words.
  return (
    dateTerm(named.field, named.side, token.text) ??
    textTerm(null, `${token.field ?? ''} ${token.text}`, false)
  );
}

/** Thrown inside the parser only: the query is then taken as plain words. */
class Misfit extends Error {}

class Parser {
  #at = 0;
  readonly #tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  parse(): SearchNode | null {
    const node = this.#or();
    if (this.#peek() !== undefined) throw new Misfit();
    return node;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #or(): SearchNode | null {
    const nodes = [this.#and()];
    while (this.#peek()?.kind === 'or') {
      this.#at += 1;
      nodes.push(this.#and());
    }
    return combine('or', nodes);
  }

  #and(): SearchNode | null {
    const nodes = [this.#unary()];
    for (
      let next = this.#peek();
      next !== undefined && next.kind !== 'or' && next.kind !== 'close';
      next = this.#peek()
    ) {
      if (next.kind === 'and') this.#at += 1;
      nodes.push(this.#unary());
    }
    return combine('and', nodes);
  }

  #unary(): SearchNode | null {
    const token = this.#peek();
    if (token === undefined) throw new Misfit();
    this.#at += 1;
    switch (token.kind) {
      case 'not': {
        const node = this.#unary();
        return node === null ? null : { kind: 'not', node };
      }
      case 'open': {
        const node = this.#or();
        if (this.#peek()?.kind !== 'close') throw new Misfit();
        this.#at += 1;
        return node;
      }
      case 'term':
        return leaf(token);
      default:
        throw new Misfit();
    }
  }
}

function combine(kind: 'and' | 'or', nodes: readonly (SearchNode | null)[]): SearchNode | null {
  const present = nodes.filter((node) => node !== null);
  const [first] = present;
  if (first === undefined) return null;
  return present.length === 1 ? first : { kind, nodes: present };
}

/** Every word of the text must be found; operators and brackets are ignored. */
function plainWords(query: string): SearchNode | null {
  return combine(
    'and',
    words(query).map((word) => textTerm(null, word, false)),
  );
}

/**
 * Parses what a person typed into the search box. Never fails: text that does not fit the syntax is searched as plain
 * words.
 *
 * Syntax: words (all must occur; each may be the beginning of a word), "exact phrase", `prefix*`, `field:value`,
 * `and` (binds tighter than) `or`, `NOT` or a leading minus, brackets, `year:2015-2020`, `before:`, `after:`, `since:`.
 * @param query the text of the box
 */
export function parseSearch(query: string): SearchQuery {
  const tokens = tokenize(query);
  if (tokens === null) return { node: plainWords(query), understood: false };
  if (tokens.length === 0) return { node: null, understood: true };
  try {
    return { node: new Parser(tokens).parse(), understood: true };
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    return { node: plainWords(query), understood: false };
  }
}
