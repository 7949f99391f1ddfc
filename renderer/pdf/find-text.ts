/** A hit in the text of one page, as UTF-16 offsets. */
export interface TextHit {
  readonly start: number;
  readonly end: number;
}

/** How to compare. */
export interface FindOptions {
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
}

const WORD = /[\p{L}\p{N}]/u;

/**
 * Finds a text on a page. Any run of spaces and line ends equals one space, a word broken by a hyphen at the line end
 * is whole, ligatures equal their letters, accents and (unless asked for) case do not count.
 * @param text the text of the page
 * @param query what the user typed
 * @param options case and whole words
 */
export function findInText(text: string, query: string, options: FindOptions): readonly TextHit[] {
  const needle = fold(query.trim(), options.matchCase).text;
  if (needle === '') return [];
  const hay = fold(text, options.matchCase);
  const hits: TextHit[] = [];
  for (let at = hay.text.indexOf(needle); at !== -1; at = hay.text.indexOf(needle, at + needle.length)) {
    if (options.wholeWords && !isWholeWord(hay.text, at, at + needle.length)) continue;
    const start = hay.starts[at];
    const end = hay.ends[at + needle.length - 1];
    if (start !== undefined && end !== undefined) hits.push({ start, end });
  }
  return hits;
}

interface FoldedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function fold(source: string, matchCase: boolean): FoldedText {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const push = (part: string, start: number, end: number): void => {
    text += part;
    for (let i = 0; i < part.length; i += 1) {
      starts.push(start);
      ends.push(end);
    }
  };
  const tokens = /(?<=\p{L})[-\u2010]\s*\n\s*(?=\p{Ll})|\u00ad\s*|\s+|\P{M}\p{M}*|\p{M}+/gsu;
  for (const match of source.matchAll(tokens)) {
    const token = match[0];
    const end = match.index + token.length;
    if (/^\s/.test(token)) push(' ', match.index, end);
    else if (!/^(?:\u00ad|[-\u2010]\s)/.test(token)) push(foldLetter(token, matchCase), match.index, end);
  }
  return { text, starts, ends };
}

/** Accents are dropped, but Cyrillic й and ї are letters of their own and stay. */
function foldLetter(cluster: string, matchCase: boolean): string {
  const composed = cluster.normalize('NFKC');
  const plain = /\p{Script=Cyrillic}/u.test(composed)
    ? composed
    : composed.normalize('NFD').replace(/\p{M}/gu, '');
  const quotes = plain.replace(/[\u2018\u2019\u02bc]/g, "'").replace(/[\u201c\u201d\u201e]/g, '"');
  return matchCase ? quotes : quotes.toLowerCase();
}

function isWholeWord(text: string, start: number, end: number): boolean {
  return !WORD.test(text.charAt(start - 1)) && !WORD.test(text.charAt(end));
}
