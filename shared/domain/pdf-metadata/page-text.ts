/** A piece of text in the file's order, as text extractors deliver it. */
export interface TextPiece {
  readonly text: string;
  /** The piece ends a line. */
  readonly endsLine: boolean;
}

/** Control characters, soft hyphens and zero-width marks that extractors let through and that split words for search. */
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200d\u2060\ufeff]/g;

/**
 * Joins pieces into the text of a page: one line per printed line, words broken by a hyphen at a line end put
 * together again, so that they are found by search.
 * @param pieces in the file's order
 */
export function joinPageText(pieces: readonly TextPiece[]): string {
  let out = '';
  for (const piece of pieces) {
    out += piece.text;
    if (piece.endsLine) out += '\n';
  }
  return joinBrokenWords(
    out
      .replace(/\r\n?/g, '\n')
      .replace(INVISIBLE, '')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{3,}/g, '\n\n'),
  ).trim();
}

/**
 * Puts words broken at a line end together ("inter-\nvention" gives "intervention"). A hyphen before a capital or a
 * digit stays ("Jean-\nPaul", "10.1007/s10639-\n021").
 * @param text lines separated by "\n"
 */
export function joinBrokenWords(text: string): string {
  return text.replace(/(\p{Ll}{2,})[-\u2010]\n(\p{Ll}{2,}\S*)\s?/gu, '$1$2\n').replace(/\n(?=\n*$)/, '');
}
