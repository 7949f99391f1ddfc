/** A piece of text in the file's order, as text extractors deliver it. */
export interface TextPiece {
  readonly text: string;
  /** The piece ends a line. */
  readonly endsLine: boolean;
}

/** Control characters, soft hyphens and zero-width marks that extractors let through and that split words for search. */
const INVISIBLE = /(?![\t\n\r])\p{Cc}|[\u00ad\u200b-\u200d\u2060\ufeff]/gu;

const COMBINING: Readonly<Record<string, string>> = {
  '\u00b4': '\u0301',
  '\u00a8': '\u0308',
  '`': '\u0300',
  '\u02c6': '\u0302',
  '\u02dc': '\u0303',
  '\u02c7': '\u030c',
  '\u02da': '\u030a',
};

/**
 * A combining mark after the letter behind its own ("Agnes" + grave for "Agnès"): moved where letter and mark make one
 * sign and the letter before it does not.
 */
function placeMarks(text: string): string {
  return text.replace(
    /(\p{L}?)(\p{L})([\u0300-\u030c\u0327])/gu,
    (_, before: string, letter: string, mark: string) => {
      const own = `${letter}${mark}`.normalize('NFC');
      const moved = `${before}${mark}`.normalize('NFC');
      return own.length > 1 && before !== '' && moved.length === 1 ? moved + letter : before + own;
    },
  );
}

/**
 * Puts accents that old TeX fonts draw as glyphs of their own onto their letter: "Gy¨ongyi" gives "Gyöngyi",
 * "Franc¸ois" "François".
 * @param raw any text
 */
export function composeAccents(raw: string): string {
  const text = placeMarks(raw);
  if (!/[\u00b4\u00a8`\u02c6\u02dc\u02c7\u02da\u00b8\u20ac]/.test(text)) return text;
  return (
    text
      // One publisher's font draws the two dots under the code of the euro sign: "R€adecker".
      .replace(/(?<=\p{L})\u20ac(?=[aeiouAEIOU])/gu, '\u00a8')
      .replace(
        /(\p{L}?)( ?)([\u00b4\u00a8\u02c6\u02dc\u02c7\u02da]|(?<=\p{L})`)(\p{L})/gu,
        (_, before: string, space: string, accent: string, letter: string) => {
          const base = letter === '\u0131' ? 'i' : letter;
          const gap = space !== '' && (before === '' || /\p{Lu}/u.test(letter)) ? ' ' : '';
          return `${before}${gap}${(base + (COMBINING[accent] ?? '')).normalize('NFC')}`;
        },
      )
      .replace(/(?<![cCsStT])\u00b8([cCsStT])(?=\p{L})/gu, (_, letter: string) =>
        `${letter}\u0327`.normalize('NFC'),
      )
      .replace(/([cCsStT]) ?\u00b8/g, (_, letter: string) => `${letter}\u0327`.normalize('NFC'))
  );
}

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
    composeAccents(out)
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
