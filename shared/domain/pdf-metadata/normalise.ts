/**
 * Reduces text to what decides whether two spellings are the same title: letters and digits only, no accents,
 * no case, no spaces.
 * @param text any text
 */
export function squash(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Tidies a value found in a PDF: white space, stray control and private-use characters, common entities.
 * @param text raw value
 */
export function tidy(text: string): string {
  return text
    .replace(/&amp;/g, '&')
    .replace(/&(?:quot|#34);/g, '"')
    .replace(/&(?:apos|#39);/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/<\/?(?:i|b|em|strong|sub|sup|span)\b[^>]*>/gi, '')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\p{Cc}\p{Co}\u00ad\u200b-\u200f\ufeff]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Whether text is letters and words rather than the noise of a font without a usable character map
 * (`!"#$%&'`): at least 60 % letters, digits and spaces.
 * @param text one line or block
 */
export function isLegible(text: string): boolean {
  if (text === '') return false;
  const good = text.match(/[\p{L}\p{N}\s]/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return good / text.length > 0.6 && letters / text.length > 0.4;
}

/**
 * Whether a line is written in the scripts of its page. A font without a usable character map gives letters of scripts
 * the page has nowhere else (a Russian title extracted as Thai).
 * @param text one line or block
 * @param page text of the page it stands on
 */
export function isInScriptOf(text: string, page: string): boolean {
  const usual = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/gu;
  const share = (value: string): number =>
    (value.match(usual)?.length ?? 0) / Math.max(1, value.match(/\p{L}/gu)?.length ?? 0);
  return share(page) < 0.9 || share(text) > 0.6;
}
