/** A text reduced to what survives re-saving a PDF, with the way back to the text it came from. */
export interface SqueezedText {
  readonly text: string;
  /** For each UTF-16 unit of `text` the offset in the source; one extra entry holds the end of the source. */
  readonly offsets: readonly number[];
}

const DROPPED = /[\s\u00ad\u200b-\u200f\u2060\ufeff\u2010-\u2015\u2212-]/;
const SAME: ReadonlyMap<string, string> = new Map([
  ['\u2018', "'"],
  ['\u2019', "'"],
  ['\u02bc', "'"],
  ['\u201a', "'"],
  ['\u2032', "'"],
  ['\u0060', "'"],
  ['\u201c', '"'],
  ['\u201d', '"'],
  ['\u201e', '"'],
  ['\u00ab', '"'],
  ['\u00bb', '"'],
  ['\u2033', '"'],
]);

/**
 * Drops what differs between two extractions of one text: spaces and line breaks, hyphens and dashes (a word broken at
 * a line end), case, ligatures and compatibility forms, kinds of quotation marks.
 * Combining accents stay attached to their letter, so that `и` + breve equals `й`.
 * @param source any text
 */
export function squeezeText(source: string): SqueezedText {
  let text = '';
  const offsets: number[] = [];
  // A letter and the combining marks after it are normalised together; NFKC of one of them alone would not compose.
  for (const match of source.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const cluster = match[0];
    if (cluster.length === 1 && DROPPED.test(cluster)) continue;
    for (const char of cluster.normalize('NFKC').toLowerCase()) {
      if (DROPPED.test(char)) continue;
      const folded = SAME.get(char) ?? char;
      text += folded;
      for (let unit = 0; unit < folded.length; unit += 1) offsets.push(match.index);
    }
  }
  offsets.push(source.length);
  return { text, offsets };
}

/**
 * Translates a stretch of squeezed text back to its source.
 * The end is placed right behind the last kept character, before any dropped space.
 * @param squeezed result of {@link squeezeText}
 * @param source the text that was squeezed
 * @param start first unit in `squeezed.text`
 * @param end one past the last unit
 */
export function unsqueeze(
  squeezed: SqueezedText,
  source: string,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  const from = squeezed.offsets[start] ?? source.length;
  const last = squeezed.offsets[Math.max(start, end - 1)] ?? source.length;
  const cluster = /^\P{M}\p{M}*|^\p{M}+/su.exec(source.slice(last, last + 16));
  return { start: from, end: Math.min(source.length, last + (cluster?.[0].length ?? 0)) };
}
