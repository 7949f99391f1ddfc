import { approximateSearch } from './approximate-search';
import type { TextQuoteSelector } from './selectors';
import { squeezeText, unsqueeze, type SqueezedText } from './squeeze-text';

/** How a quotation was found: letter by letter, up to spacing and hyphenation, or up to a bounded number of edits. */
export type MatchMethod = 'exact' | 'normalised' | 'approximate';

/** A place in the text of one page that holds a quotation. */
export interface QuoteMatch {
  /** First character, UTF-16 offset in the page text. */
  readonly start: number;
  /** One past the last character. */
  readonly end: number;
  readonly method: MatchMethod;
  /** Edits between quotation and text, without spacing and hyphens. */
  readonly errors: number;
  /** 0..1: likeness of the quotation (three quarters) and of what stands around it (one quarter). */
  readonly score: number;
}

/** What to look for; `hint` is the old start offset, which settles ties between equal places. */
export type QuoteQuery = Pick<TextQuoteSelector, 'exact' | 'prefix' | 'suffix'> & { readonly hint?: number };

/** Share of a quotation's letters that may differ; above it the sentence is another sentence. */
const ERROR_SHARE = 0.2;
/** Bound for long quotations, so that the search stays quick. */
const MOST_ERRORS = 64;
/** Quotations with fewer letters are found only without a fault: a short word differs from too many others. */
const SHORTEST_APPROXIMATE = 8;

/**
 * Finds a quotation in the text of a page: exactly, else up to spacing, hyphenation, case and typographic forms, else
 * within a bounded edit distance. Of several equal places the one with the same surroundings wins, then the one nearest
 * to the old position.
 * @param text the whole text of the page
 * @param query the quotation with its context
 * @returns the place, or undefined when the page does not hold the quotation
 */
export function matchQuote(text: string, query: QuoteQuery): QuoteMatch | undefined {
  if (query.exact.trim() === '') return undefined;
  const exactStarts = allIndexesOf(text, query.exact);
  const page = squeezeText(text);
  if (exactStarts.length > 0) {
    const found = exactStarts.map((start) =>
      candidate(text, page, query, { start, end: start + query.exact.length }, 'exact', 0),
    );
    return pick(found, query);
  }
  const quote = squeezeText(query.exact).text;
  if (quote === '') return undefined;
  const normalised = allIndexesOf(page.text, quote).map((start) =>
    candidate(text, page, query, unsqueeze(page, text, start, start + quote.length), 'normalised', 0),
  );
  if (normalised.length > 0) return pick(normalised, query);
  if (quote.length < SHORTEST_APPROXIMATE) return undefined;
  const bound = Math.min(MOST_ERRORS, Math.floor(quote.length * ERROR_SHARE));
  const near = approximateSearch(page.text, quote, bound).map((match) =>
    candidate(text, page, query, unsqueeze(page, text, match.start, match.end), 'approximate', match.errors),
  );
  return pick(near, query);
}

function candidate(
  text: string,
  page: SqueezedText,
  query: QuoteQuery,
  place: { readonly start: number; readonly end: number },
  method: MatchMethod,
  errors: number,
): QuoteMatch {
  const letters = Math.max(1, squeezeText(query.exact).text.length);
  const likeness = Math.max(0, 1 - errors / letters);
  const score = 0.75 * likeness + 0.25 * contextLikeness(text, page, query, place);
  return { ...place, method, errors, score };
}

/** 0..1; a side without recorded context counts as equal, because nothing speaks against it. */
function contextLikeness(
  text: string,
  page: SqueezedText,
  query: QuoteQuery,
  place: { readonly start: number; readonly end: number },
): number {
  const before = squeezeText(query.prefix).text;
  const after = squeezeText(query.suffix).text;
  const from = lowerBound(page.offsets, place.start);
  const to = lowerBound(page.offsets, place.end);
  const left = before === '' ? 1 : commonEnd(page.text.slice(0, from), before) / before.length;
  const right = after === '' ? 1 : commonRun(page.text.slice(to), after) / after.length;
  return text === '' ? 0 : (left + right) / 2;
}

function pick(matches: readonly QuoteMatch[], query: QuoteQuery): QuoteMatch | undefined {
  const hint = query.hint ?? 0;
  return [...matches].sort(
    (a, b) => b.score - a.score || Math.abs(a.start - hint) - Math.abs(b.start - hint) || a.start - b.start,
  )[0];
}

function allIndexesOf(text: string, part: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) found.push(at);
  return found;
}

function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function commonRun(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}
