/**
 * Brings text from a PDF and text from an answer file to one form: compatibility forms (ligatures) unfolded, white
 * space, soft hyphens and zero-width marks gone, dashes and quotation marks unified, lower case. White space goes
 * altogether because a PDF viewer puts line ends and spaces where it likes.
 * @param text any text
 * @returns comparable text
 */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u00ad\u200b-\u200d\ufeff]+/gu, '')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[\u2018\u2019\u02bc\u00b4`]/gu, "'")
    .replace(/[\u201c-\u201f\u00ab\u00bb]/gu, '"')
    .toLowerCase();
}

/**
 * Length of the longest run of characters that both texts contain.
 * @param a first text
 * @param b second text
 * @returns number of UTF-16 units
 */
export function longestCommonRun(a: string, b: string): number {
  let best = 0;
  let previous = new Uint32Array(b.length + 1);
  for (let i = 0; i < a.length; i += 1) {
    const current = new Uint32Array(b.length + 1);
    for (let j = 0; j < b.length; j += 1) {
      if (a.charCodeAt(i) !== b.charCodeAt(j)) continue;
      const run = (previous[j] ?? 0) + 1;
      current[j + 1] = run;
      if (run > best) best = run;
    }
    previous = current;
  }
  return best;
}
