/**
 * How a place in a text is found again, in the words of the W3C Web Annotation Data Model
 * (https://www.w3.org/TR/annotation-model/#selectors). Of that model we hold two selectors, both within one page:
 * TextQuoteSelector, and TextPositionSelector as plain `start` and `end`, which count UTF-16 units of the page text.
 */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Characters of context kept on each side of a quotation. */
export const CONTEXT_LENGTH = 32;

/**
 * Describes a stretch of page text so that it can be found again in another copy.
 * @param text the whole text of the page
 * @param start first character (UTF-16 offset)
 * @param end one past the last character
 */
export function quoteAt(text: string, start: number, end: number): TextQuoteSelector {
  return {
    type: 'TextQuoteSelector',
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
    suffix: text.slice(end, end + CONTEXT_LENGTH),
  };
}

/**
 * A quotation as people read it: words broken at a line end are joined, lines become spaces.
 * @param exact text as it stands on the page, with line breaks
 */
export function readableQuote(exact: string): string {
  return exact
    .replace(/\u00ad/g, '')
    .replace(/(\p{Ll})[-\u2010]\s*\n\s*(?=\p{Ll})/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
