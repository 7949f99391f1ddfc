/** A stretch of text that equals the pattern up to `errors` insertions, deletions and replacements. */
export interface ApproximateMatch {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

/**
 * Finds stretches of `text` within `maxErrors` edits of `pattern` (Sellers 1980, "The theory and computation of
 * evolutionary distances", with a pigeonhole filter before it).
 *
 * Cut into `maxErrors + 1` pieces, a pattern with at most `maxErrors` faults keeps at least one piece unharmed; so only
 * the neighbourhoods of exact hits of the pieces are searched, and nothing within the bound is missed.
 * @param text where to look
 * @param pattern what to look for; an empty pattern matches nothing
 * @param maxErrors largest number of edits, counted in UTF-16 units
 * @returns the best match of each neighbourhood, best first
 */
export function approximateSearch(
  text: string,
  pattern: string,
  maxErrors: number,
): readonly ApproximateMatch[] {
  if (pattern.length === 0 || maxErrors < 0) return [];
  const bound = Math.min(maxErrors, pattern.length - 1);
  const matches: ApproximateMatch[] = [];
  for (const window of candidateWindows(text, pattern, bound)) {
    const match = bestInWindow(text.slice(window.start, window.end), pattern, bound);
    if (match) {
      matches.push({
        start: window.start + match.start,
        end: window.start + match.end,
        errors: match.errors,
      });
    }
  }
  return matches.sort((a, b) => a.errors - b.errors || a.start - b.start);
}

interface Window {
  readonly start: number;
  readonly end: number;
}

function candidateWindows(text: string, pattern: string, bound: number): readonly Window[] {
  const pieces = bound + 1;
  const windows: Window[] = [];
  for (let piece = 0; piece < pieces; piece += 1) {
    const from = Math.floor((piece * pattern.length) / pieces);
    const to = Math.floor(((piece + 1) * pattern.length) / pieces);
    if (to <= from) continue;
    const seed = pattern.slice(from, to);
    for (let hit = text.indexOf(seed); hit !== -1; hit = text.indexOf(seed, hit + 1)) {
      windows.push({
        start: Math.max(0, hit - from - bound),
        end: Math.min(text.length, hit - from + pattern.length + bound),
      });
    }
  }
  windows.sort((a, b) => a.start - b.start);
  return joinOverlapping(windows);
}

function joinOverlapping(windows: readonly Window[]): readonly Window[] {
  const joined: Window[] = [];
  for (const window of windows) {
    const last = joined.at(-1);
    if (last && window.start <= last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, window.end) };
    } else joined.push(window);
  }
  return joined;
}

/** Column by column edit distance in which a match may start anywhere; each cell carries where its match started. */
function bestInWindow(text: string, pattern: string, bound: number): ApproximateMatch | undefined {
  const rows = pattern.length;
  let cost = Array.from({ length: rows + 1 }, (_, row) => row);
  let origin = new Array<number>(rows + 1).fill(0);
  let best: ApproximateMatch | undefined;
  for (let column = 1; column <= text.length; column += 1) {
    const nextCost = new Array<number>(rows + 1).fill(0);
    const nextOrigin = new Array<number>(rows + 1).fill(column);
    for (let row = 1; row <= rows; row += 1) {
      const replace = (cost[row - 1] ?? 0) + (text[column - 1] === pattern[row - 1] ? 0 : 1);
      const extra = (cost[row] ?? 0) + 1;
      const missing = (nextCost[row - 1] ?? 0) + 1;
      if (replace <= extra && replace <= missing) {
        nextCost[row] = replace;
        nextOrigin[row] = origin[row - 1] ?? 0;
      } else if (extra < missing) {
        nextCost[row] = extra;
        nextOrigin[row] = origin[row] ?? 0;
      } else {
        nextCost[row] = missing;
        nextOrigin[row] = nextOrigin[row - 1] ?? 0;
      }
    }
    cost = nextCost;
    origin = nextOrigin;
    const errors = cost[rows] ?? rows;
    if (errors <= bound && (!best || errors < best.errors)) {
      best = { start: origin[rows] ?? 0, end: column, errors };
    }
  }
  return best;
}
