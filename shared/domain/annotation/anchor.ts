import { matchQuote, type QuoteMatch, type QuoteQuery } from './match-quote';

/** Where a quotation stands in a document. */
export interface Anchor extends QuoteMatch {
  readonly pageIndex: number;
}

/** A match at least this good on the expected page ends the search; a worse one is compared with other pages. */
const CERTAIN = 0.9;

/**
 * Lists pages from the expected one outwards, because another copy of a paper usually differs by a cover page at most.
 * @param expected zero-based page where the quotation used to stand
 * @param pageCount pages of the document
 */
export function pagesByDistance(expected: number, pageCount: number): readonly number[] {
  const centre = Math.min(Math.max(0, expected), Math.max(0, pageCount - 1));
  return Array.from({ length: pageCount }, (_, page) => page).sort(
    (a, b) => Math.abs(a - centre) - Math.abs(b - centre) || a - b,
  );
}

/**
 * Finds a quotation again in a document that may be another copy of the one it was made in.
 * @param query quotation, context and old offset
 * @param expected zero-based page where it used to stand
 * @param pageCount pages of the document
 * @param pageText reads the text of a page; called from the expected page outwards, and no further than needed
 * @returns the best place, or undefined when no page holds the quotation
 */
export async function anchorQuote(
  query: QuoteQuery,
  expected: number,
  pageCount: number,
  pageText: (pageIndex: number) => Promise<string>,
): Promise<Anchor | undefined> {
  let best: Anchor | undefined;
  for (const pageIndex of pagesByDistance(expected, pageCount)) {
    const match = matchQuote(await pageText(pageIndex), query);
    if (match && (!best || match.score > best.score)) best = { ...match, pageIndex };
    if (best && best.score >= CERTAIN) return best;
  }
  return best;
}
