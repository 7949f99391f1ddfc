import type { ClaimLevel } from './claim-level';
import { CLAIM_VERBS, MODEST_FRAMES, type ClaimLanguage, type ClaimVerb } from './claim-verbs';

/** A wording above the claim level; offsets are UTF-16 positions in the text. */
export interface ClaimFinding {
  readonly family: ClaimVerb['family'];
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly allowedFrom: ClaimVerb['allowedFrom'];
  readonly alternatives: readonly string[];
}

/**
 * Flags wordings that say more than the design carries (domain 5.1 and 5.6). Denials ("does not prove"), open
 * questions ("whether it caused") and denied knowledge ("we cannot say that it caused") are left alone. The writer decides.
 * @param text plain text of a section
 * @param language language of the text
 * @param level computed claim level of the case
 * @returns findings in the order of the text, without overlaps
 */
export function lintClaims(
  text: string,
  language: ClaimLanguage,
  level: ClaimLevel,
): readonly ClaimFinding[] {
  const modest = modestBefore(language);
  const found = CLAIM_VERBS[language]
    .filter((verb) => verb.allowedFrom === 'never' || verb.allowedFrom > level)
    .flatMap((verb) => {
      const pattern = new RegExp(`(?<![\\p{L}])(?:${verb.pattern})(?![\\p{L}])`, 'giu');
      return [...text.matchAll(pattern)].map((match) => finding(verb, match));
    })
    .filter(({ start }) => !modest.test(text.slice(Math.max(0, start - 120), start)))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((one, index) => found.slice(0, index).every((earlier) => earlier.end <= one.start));
}

function modestBefore(language: ClaimLanguage): RegExp {
  const { denial, question, unknown } = MODEST_FRAMES[language];
  const words = (count: number, between = ''): string =>
    `(?:[\\s${between}]+[\\p{L}'’]+){0,${String(count)}}`;
  const frames = `(?:${denial})${words(1)}|(?:${question})${words(4)}|(?:${unknown})${words(6, ',')}`;
  return new RegExp(`(?<![\\p{L}])(?:${frames})[\\s,]+$`, 'iu');
}

function finding(verb: ClaimVerb, match: RegExpMatchArray): ClaimFinding {
  const start = match.index ?? 0;
  const { family, allowedFrom, alternatives } = verb;
  return { family, start, end: start + match[0].length, text: match[0], allowedFrom, alternatives };
}
