/** A place in the document: page and distance from its top, as a share of its height. */
export interface ViewPlace {
  readonly pageIndex: number;
  readonly offset: number;
}

/** Places the reader jumped from and to; `at` is the present one. */
export interface ViewHistory {
  readonly places: readonly ViewPlace[];
  readonly at: number;
}

/** Longest trail that is kept. */
const MOST_PLACES = 50;

/** The history of a document that was just opened. */
export const EMPTY_HISTORY: ViewHistory = { places: [], at: -1 };

/**
 * Records a jump. What lay ahead is forgotten, as in a web browser.
 * @param history so far
 * @param from where the reader was
 * @param to where the jump leads
 */
export function recordJump(history: ViewHistory, from: ViewPlace, to: ViewPlace): ViewHistory {
  if (near(from, to)) return history;
  const past = history.places.slice(0, Math.max(0, history.at));
  const places = [...past, from, to].slice(-MOST_PLACES);
  return { places, at: places.length - 1 };
}

/**
 * Goes one step back or forward.
 * @param history so far
 * @param step -1 back, 1 forward
 * @param now where the reader is, so that forward leads back here
 * @returns the new history and the place to show, or undefined when there is none
 */
export function stepHistory(
  history: ViewHistory,
  step: 1 | -1,
  now: ViewPlace,
): { readonly history: ViewHistory; readonly place: ViewPlace } | undefined {
  const place = history.places[history.at + step];
  if (!place) return undefined;
  const places = history.places.map((old, i) => (i === history.at ? now : old));
  return { history: { places, at: history.at + step }, place };
}

/** Whether a step in that direction is possible. */
export function canStep(history: ViewHistory, step: 1 | -1): boolean {
  return history.places[history.at + step] !== undefined;
}

function near(a: ViewPlace, b: ViewPlace): boolean {
  return a.pageIndex === b.pageIndex && Math.abs(a.offset - b.offset) < 0.02;
}
