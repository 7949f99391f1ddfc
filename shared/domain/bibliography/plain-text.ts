/**
 * Takes the CSL rich-text tags (`<i>`, `<b>`, `<sub>`, `<sup>`, `<sc>`, `<span …>`) out of a field.
 * A lone `<` (as in "p < .05") stays.
 * @param value field text with CSL markup
 */
export function stripMarkup(value: string): string {
  return value.replace(/<\/?(?:i|b|sub|sup|sc|em|strong|span)(?:\s[^<>]*)?>/gi, '');
}

/**
 * Joins lines and runs of blanks to single spaces and trims.
 * @param value any text
 */
export function collapseSpace(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}

/**
 * A title reduced to what two printings of it share: no markup, accents, case or punctuation.
 * Letters of every script are kept, so Ukrainian titles compare as well as English ones.
 * @param title title with or without CSL markup
 * @returns words separated by single spaces; empty when the title has no letter or digit
 */
export function titleKey(title: string): string {
  return stripMarkup(title)
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase()
    .replace(/['’ʼ`]/g, '')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}
