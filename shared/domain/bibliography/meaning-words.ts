import { stripMarkup } from './plain-text';
import { toAscii } from './transliterate';

/** Words that carry no meaning in a title: English, Ukrainian (transliterated) and the commonest of German, French, Spanish. */
const FUNCTION_WORDS = new Set(
  (
    'a about above across after against along among an and around as at before behind below beneath beside between ' +
    'beyond but by despite down during except for from in inside into is like near nor of off on onto or out outside over per ' +
    'since so than that the through throughout to toward towards under until up upon via with within without yet ' +
    'i y ta v u na do z iz zi za pro dlia pid pry vid po ' +
    'der die das ein eine und im von zu le la les un une des du et el los las de'
  ).split(' '),
);

/**
 * The words of a title that carry meaning, in plain ASCII letters and digits.
 * @param title title with or without CSL markup
 */
export function meaningWords(title: string): string[] {
  return toAscii(stripMarkup(title))
    .replace(/['`]/g, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '' && !FUNCTION_WORDS.has(word.toLowerCase()));
}
