import { fieldNamed, type FieldMeaning } from './fields';
import {
  combine,
  type DateField,
  type ExactField,
  type NumberField,
  type SearchNode,
  type TextField,
} from './node';
import { termsNamed } from './terms';
import { folded, words } from './text';
import { annotationTypesOf, colorsOf, designsOf, fitsOf, partsOf, statusesOf, typesOf } from './values';

/** A parsed query. */
export interface SearchQuery {
  /** Null when the text holds nothing to search for. */
  readonly node: SearchNode | null;
  /** False when operators or brackets did not fit and all was taken as plain words. */
  readonly understood: boolean;
}

interface Token {
  readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'term';
  readonly field: string | null;
  readonly text: string;
  readonly quoted: boolean;
}

const TOKEN =
  /\s*(?:(\()|(\))|(-(?=[\p{L}\p{N}"(]))|(?:(\p{L}+(?:\.\p{L}+)?):(?=\S))?(?:["“”«„]([^"“”«»„]*)["“”»]|([^\s()"“”«»„]+)))/uy;

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
      const value = quoted ?? plain ?? '';
      // "tag:" on the way to "tag:urgent" says nothing yet.
      if (
        field === undefined &&
        quoted === undefined &&
        value.endsWith(':') &&
        fieldNamed(value.slice(0, -1))
      ) {
        tokens.push({ kind: 'term', field: value.slice(0, -1), text: '', quoted: true });
        continue;
      }
      const name = field?.toLowerCase() ?? null;
      const known = name !== null && fieldNamed(name) !== undefined;
      // "foo:bar" with a name that is no field is text, colon and all.
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

/**
 * Words that must stand next to one another.
 * @param field where; null for anywhere
 * @param value the words; a star at the end means "goes on"
 * @param quoted the last word does not go on by itself
 */
export function textTerm(field: TextField | null, value: string, quoted: boolean): SearchNode | null {
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

function numberTerm(field: NumberField, value: string): SearchNode | null {
  const between = (from: number | null, to: number | null): SearchNode => ({
    kind: 'number',
    field,
    from,
    to,
  });
  // A rating has one digit: "relevance:2015" is no rating.
  const digits = field === 'relevance' ? String.raw`\d` : String.raw`\d{1,9}`;
  const range = new RegExp(`^(${digits})?[-–.]{1,2}(${digits})?$`).exec(value);
  if (range !== null && (range[1] ?? range[2]) !== undefined)
    return between(
      range[1] === undefined ? null : Number(range[1]),
      range[2] === undefined ? null : Number(range[2]),
    );
  const match = new RegExp(`^([<>]=?|=)?(${digits})(\\+)?$`).exec(value);
  if (match === null) return null;
  const number = Number(match[2]);
  switch (match[3] === undefined ? match[1] : '>=') {
    case '<':
      return between(null, number - 1);
    case '<=':
      return between(null, number);
    case '>':
      return between(number + 1, null);
    case '>=':
      return between(number, null);
    default:
      return between(number, number);
  }
}

/**
 * One value of a field as the query language understands it.
 * @param meaning what the field stands for
 * @param value as typed
 * @param quoted typed between quotation marks
 * @returns null when the value does not fit the field
 */
export function termOf(meaning: FieldMeaning, value: string, quoted: boolean): SearchNode | null {
  switch (meaning.kind) {
    case 'text':
      return textTerm(meaning.field, value, quoted);
    case 'date':
      return dateTerm(meaning.field, meaning.side, value.trim());
    case 'number':
      return numberTerm(meaning.field, value.trim());
    case 'exact': {
      const { field } = meaning;
      const wanted = folded(value);
      if (wanted === '') return null;
      // A topic that is in no list is the person's own word.
      if (field === 'topic' && termsNamed('topic', value).length === 0)
        return textTerm('topic', value, quoted);
      return { kind: 'exact', field, values: exactValues(field, wanted) };
    }
  }
}

function exactValues(field: ExactField, value: string): readonly string[] {
  switch (field) {
    case 'type':
      return typesOf(value);
    case 'status':
      return statusesOf(value);
    case 'color':
      return colorsOf(value);
    case 'has':
      return partsOf(value);
    case 'design':
      return designsOf(value);
    case 'fits':
      return fitsOf(value);
    case 'annotationType':
      return annotationTypesOf(value);
    case 'phase':
    case 'subject':
    case 'topic':
    case 'country': {
      const terms = termsNamed(field, value);
      return terms.length > 0 ? terms : [value];
    }
    case 'doi':
      return [value.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/, '')];
    default:
      return [value];
  }
}

function leaf(token: Token): SearchNode | null {
  const named = token.field === null ? undefined : fieldNamed(token.field);
  if (named === undefined) return textTerm(null, token.text, token.quoted);
  if (token.text.trim() === '') return null;
  // "before: tomorrow" is no date: plain words.
  return (
    termOf(named.meaning, token.text, token.quoted) ??
    (named.meaning.kind === 'date' || named.meaning.kind === 'number'
      ? textTerm(null, `${token.field ?? ''} ${token.text}`, false)
      : null)
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
