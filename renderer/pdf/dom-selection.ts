import type { PageView } from './page-view';
import { runIndexAt } from './page-text';

/** A selected stretch of one page, as UTF-16 offsets of the page text; surrounding spaces are left out. */
export interface SelectedPart {
  readonly pageIndex: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads what the user selected with the mouse as stretches of page text.
 * @param range the browser's selection
 * @param views pages that are in the document
 * @returns one part per page, in the order of pages; empty when no text of a page is selected
 */
export function readSelection(range: Range, views: readonly PageView[]): readonly SelectedPart[] {
  return views
    .filter((view) => range.intersectsNode(view.element))
    .sort((a, b) => a.pageIndex - b.pageIndex)
    .flatMap((view) => {
      const part = selectedPart(range, view);
      return part ? [part] : [];
    });
}

function selectedPart(range: Range, view: PageView): SelectedPart | undefined {
  const pageText = view.text?.pageText;
  if (!pageText) return undefined;
  let start: number | undefined;
  let end = 0;
  view.spans.forEach((span, run) => {
    const runStart = pageText.starts[run];
    const length = span.textContent.length;
    if (runStart === undefined || length === 0 || !range.intersectsNode(span)) return;
    const from = span.contains(range.startContainer)
      ? offsetWithin(range.startContainer, range.startOffset, length)
      : 0;
    const to = span.contains(range.endContainer)
      ? offsetWithin(range.endContainer, range.endOffset, length)
      : length;
    if (to <= from) return;
    start = Math.min(start ?? Number.POSITIVE_INFINITY, runStart + from);
    end = Math.max(end, runStart + to);
  });
  if (start === undefined) return undefined;
  const selected = pageText.text.slice(start, end);
  const lead = selected.length - selected.trimStart().length;
  const trail = selected.length - selected.trimEnd().length;
  if (lead === selected.length) return undefined;
  return { pageIndex: view.pageIndex, start: start + lead, end: end - trail };
}

/** A boundary lies in the text node of a run, or before or behind that node. */
function offsetWithin(container: Node, offset: number, length: number): number {
  if (container.nodeType === Node.TEXT_NODE) return Math.min(offset, length);
  return offset === 0 ? 0 : length;
}

/**
 * Selects a stretch of a page in the browser, so that copying works for a selection made with the keyboard.
 * @param view a drawn page
 * @param start first character; @param end one past the last
 */
export function selectInBrowser(view: PageView, start: number, end: number): void {
  const pageText = view.text?.pageText;
  const from = pageText && boundary(view, pageText.starts, start);
  const to = pageText && boundary(view, pageText.starts, Math.max(start, end - 1));
  if (!from || !to) return;
  document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset + 1);
}

function boundary(
  view: PageView,
  starts: readonly number[],
  offset: number,
): { readonly node: Node; readonly offset: number } | undefined {
  const run = runIndexAt(starts, offset);
  const node = view.spans[run]?.firstChild;
  return node
    ? { node, offset: Math.min(offset - (starts[run] ?? 0), (node.textContent ?? '').length - 1) }
    : undefined;
}
