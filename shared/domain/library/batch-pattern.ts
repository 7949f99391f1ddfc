import { fail, ok, type Result } from '../../lib/result';

/** What the engine says of a pattern it cannot read, by the words in its message. */
const FAULTS = [
  [/group|parenthes|unmatched '\)'/i, 'library.batch-pattern-brackets'],
  [/character class|range out of order/i, 'library.batch-pattern-class'],
  [/repeat|quantifier/i, 'library.batch-pattern-repeat'],
  [/escape|property name|backreference|named reference|\\ at end/i, 'library.batch-pattern-escape'],
] as const;

/**
 * The expression that find-and-replace looks with. It can take for ever on some texts: who runs it bounds its time.
 * @param find what was typed @param isPattern a regular expression (JavaScript, with Unicode), else the text itself
 * @returns the expression; `library.batch-pattern-…` with what is wrong in it
 */
export function readPattern(find: string, isPattern: boolean, matchCase: boolean): Result<RegExp> {
  const source = isPattern ? find : find.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  try {
    return ok(new RegExp(source, matchCase ? 'gu' : 'giu'));
  } catch (error) {
    const said = String(error);
    const known = FAULTS.find(([words]) => words.test(said.slice(said.lastIndexOf(':'))));
    return fail(known?.[1] ?? 'library.batch-pattern-other', { pattern: find }, said);
  }
}
