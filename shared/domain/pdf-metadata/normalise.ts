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

const LIGATURES: Readonly<Record<string, string>> = { V: 'ff', W: 'fi', X: 'fl', Y: 'ffi' };

/**
 * Puts ligatures right that a font without a usable character map gives as capitals: "diVerence" for "difference",
 * "speciWc" for "specific", "eYcient" for "efficient". Common in papers set between 2000 and 2010.
 * @param text a title or abstract
 * @param page text of the page it stands on: the fault must show there three times beside the text
 */
export function repairLigatures(text: string, page: string): string {
  const faults = (value: string): number => value.match(/\p{Ll}[VWXY]\p{Ll}/gu)?.length ?? 0;
  if (faults(page) - faults(text) < 3) return text;
  return text
    .replace(
      /(?<=\p{L})[VWXY](?=\p{Ll}{2})|(?<=\p{Ll})[VWXY](?=\p{Ll})/gu,
      (letter) => LIGATURES[letter] ?? letter,
    )
    .replace(
      /(?<!\p{L})W(?=(?:rst|nd|eld|gure|sh|nal|re|ve|t|ll|lm|ber)(?:s|ed|ing|ings|ers?|ly)?(?!\p{L}))/gu,
      'fi',
    )
    .replace(/(?<!\p{L})X(?=(?:ies|ow|uen|ora|ex|uid|uor|y(?!\p{L})))/gu, 'fl');
}
