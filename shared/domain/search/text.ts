/**
 * One spelling for search: composed letters, one apostrophe. Ukrainian is typed with four different apostrophes
 * (об'єкт, об’єкт, обʼєкт, об`єкт); one of them counts as a letter for the index, so all become the plain one.
 * @param text text to be indexed or a query
 */
export function searchable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/(?<=\p{L})[\u02bc\u2019\u02b9\u2032\u0060\u00b4\uff07](?=\p{L})/gu, "'");
}

/**
 * Splits text into words as the index does (letters and digits; everything else separates).
 * @param text text or query
 */
export function words(text: string): readonly string[] {
  return searchable(text).match(/[\p{L}\p{N}\p{M}\p{Co}]+/gu) ?? [];
}

/** Small letters, one apostrophe: how values are compared. @param text a value */
export function folded(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u02bc\u2019\u02b9\u2032\u0060\u00b4]/gu, "'")
    .trim();
}
