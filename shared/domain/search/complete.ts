import { fieldNamed, QUERY_FIELDS, type QueryFieldId } from './fields';
import { folded } from './text';

/** What is being typed at the caret of the search box. */
export interface Completing {
  /** The part of the text that a suggestion replaces. */
  readonly from: number;
  readonly to: number;
  /** Field whose value is being typed; null while it is the name of a field, or any word. */
  readonly field: QueryFieldId | null;
  readonly typed: string;
}

const BEFORE = /(?:^|[\s(-])(?:(\p{L}+(?:\.\p{L}+)?):)?(?:(["“«„])([^"“”«»„]*)|([^\s()"“”«»„:]*))$/u;

/**
 * Finds what is being typed.
 * @param text the whole box
 * @param caret place of the caret, in UTF-16 units
 * @returns null inside an ordinary phrase, or behind a name that is no field
 */
export function completingAt(text: string, caret: number): Completing | null {
  const match = BEFORE.exec(text.slice(0, caret));
  if (match === null) return null;
  const [, name, quote, quoted, plain] = match;
  const typed = quoted ?? plain ?? '';
  const after = text.slice(caret);
  const rest = quote === undefined ? /^[^\s()"“”«»„]*/u.exec(after) : /^[^"“”«»„]*["“”»]?/u.exec(after);
  const from = caret - typed.length - (quote === undefined ? 0 : 1);
  const to = caret + (rest?.[0].length ?? 0);
  if (name === undefined) return quote === undefined ? { from, to, field: null, typed } : null;
  const field = fieldNamed(name);
  return field === undefined ? null : { from, to, field: field.id, typed };
}

/**
 * Fields whose name begins as typed.
 * @param typed beginning of a name, in any language of the interface; all fields when empty
 * @param language language whose names are offered
 */
export function fieldsFor(
  typed: string,
  language: 'en' | 'uk',
): readonly { readonly id: QueryFieldId; readonly name: string }[] {
  const wanted = folded(typed);
  return QUERY_FIELDS.flatMap((field) => {
    const own: readonly string[] = field[language];
    const names: readonly string[] = [...own, ...field.en, ...field.uk];
    const name = names.find((each) => each.startsWith(wanted));
    const offered = wanted === '' ? own[0] : name;
    return offered === undefined ? [] : [{ id: field.id, name: offered }];
  });
}

/**
 * The text with a suggestion taken.
 * @param text the whole box
 * @param at what is being typed
 * @param taken name of a field, or a value
 * @returns the new text and where the caret then stands
 */
export function complete(
  text: string,
  at: Completing,
  taken: string,
): { readonly text: string; readonly caret: number } {
  const plain = taken.replace(/["“”«»„]/gu, ' ').trim();
  const inserted = at.field === null ? `${taken}:` : /^[^\s()]+$/u.test(plain) ? `${plain} ` : `"${plain}" `;
  const rest = text.slice(at.to);
  const tail = inserted.endsWith(' ') && rest.startsWith(' ') ? rest.slice(1) : rest;
  return { text: text.slice(0, at.from) + inserted + tail, caret: at.from + inserted.length };
}
