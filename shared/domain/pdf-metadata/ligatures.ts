import type { PdfHead } from './types';

/**
 * Fonts of older typesetting programs whose joined letters carry another sign's code, so that every extractor reads
 * "signi®cant" or "signiÆcant" and "in¯uence".
 */

/** Beginnings of common English words around the sign that stands for "fi". */
const WITNESS =
  /(?:(?:signi|speci|scienti|identi|modi|classi|quanti)([®Æ])(?:c|e|n)|(?:\bde|\bcon)([®Æ])(?:n|rm|ci|g)|(?:^|\s)([®Æ])(?:rst|nd|nal|eld|gure|ve|sh|fth)(?=\P{L}|s|ing|ly|e))/giu;
/** Fewer words than this could be a trade mark's. */
const ENOUGH = 3;

/**
 * Puts joined letters right that a font's wrong map made other signs of.
 * @param head what was read of the document
 * @returns the same head where too few words tell of it
 */
export function repairLigatures(head: PdfHead): PdfHead {
  const counts = new Map<string, number>();
  for (const page of head.pages)
    for (const match of page.text.matchAll(WITNESS)) {
      const sign = match[1] ?? match[2] ?? match[3] ?? '';
      counts.set(sign, (counts.get(sign) ?? 0) + 1);
    }
  const [sign = '', count = 0] = [...counts].sort(([, left], [, right]) => right - left)[0] ?? [];
  if (count < ENOUGH) return head;
  const joined = new RegExp(`${sign}(?=\\p{Ll})`, 'gu');
  const fix = (text: string): string =>
    text.replace(joined, 'fi').replace(/(?<=\p{L}|^|\s)¯(?=\p{Ll})/gu, 'fl');
  return {
    ...head,
    pages: head.pages.map((page) => ({
      ...page,
      text: fix(page.text),
      items: page.items.map((item) => ({ ...item, text: fix(item.text) })),
    })),
  };
}
