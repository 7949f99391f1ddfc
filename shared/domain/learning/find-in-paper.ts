import { comparable, longestCommonRun } from './text-match';
import type { Anchor } from './teaching-paper';

/** One page's share of a text selection. */
export interface SelectionPiece {
  readonly pageIndex: number;
  readonly text: string;
}

/** Share of the key's characters that a selection must cover. */
export const MIN_COVER = 0.5;
/** A selection may be at most this many times as long as the key. */
export const MAX_LENGTH_RATIO = 4;

export type SelectionMatch =
  | { readonly matched: true; readonly anchorId: string }
  | { readonly matched: false; readonly reason: 'too-long' | 'too-short' | 'elsewhere' };

/**
 * Does a selection point at one of the accepted passages? It does when, on the passage's page, it covers at least
 * half of the passage's characters and the whole selection is at most four times as long as the passage.
 * White space and typographic variants do not count.
 * @param selection pieces of the selection, one per page
 * @param anchors accepted passages
 * @returns the first passage met, or why none was: the right place but too much or too little text, or another place
 */
export function matchSelection(
  selection: readonly SelectionPiece[],
  anchors: readonly Anchor[],
): SelectionMatch {
  const pieces = selection.map((piece) => ({ pageIndex: piece.pageIndex, text: comparable(piece.text) }));
  const length = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  let reason: 'too-long' | 'too-short' | 'elsewhere' = 'elsewhere';
  for (const anchor of anchors) {
    const key = comparable(anchor.quote);
    const onPage = pieces.find((piece) => piece.pageIndex === anchor.pageIndex)?.text ?? '';
    const common = longestCommonRun(onPage, key);
    if (common >= key.length * MIN_COVER) {
      if (length <= key.length * MAX_LENGTH_RATIO) return { matched: true, anchorId: anchor.id };
      reason = 'too-long';
    } else if (reason === 'elsewhere' && common > 0 && common === onPage.length && onPage.length >= 4) {
      reason = 'too-short';
    }
  }
  return { matched: false, reason };
}
