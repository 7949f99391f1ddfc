import styles from './pdf-viewer.module.css';

/**
 * Keeps a selection from leaping when the pointer leaves the letters.
 *
 * The runs of a text layer float freely, so between two lines the browser takes the nearest position in the document,
 * which is often the end of the page. While the pointer is down, an empty unselectable element is kept right behind the
 * end that moves: pointing at nothing then means that place.
 * @param root element that holds the pages
 * @returns stops guarding
 */
export function guardSelection(root: HTMLElement): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const layerClass = styles.textLayer ?? '';
  const endClass = styles.endOfText ?? '';
  let previous: Range | undefined;

  const restore = (): void => {
    previous = undefined;
    for (const layer of root.getElementsByClassName(layerClass)) {
      layer.removeAttribute('data-selecting');
      const end = layer.getElementsByClassName(endClass)[0];
      if (end) layer.append(end);
    }
  };

  root.addEventListener(
    'pointerdown',
    (event) => {
      if (!(event.target instanceof Element)) return;
      event.target.closest(`.${layerClass}`)?.setAttribute('data-selecting', 'true');
    },
    { signal },
  );
  document.addEventListener('pointerup', restore, { signal });
  window.addEventListener('blur', restore, { signal });
  document.addEventListener(
    'selectionchange',
    () => {
      const selection = document.getSelection();
      if (!root.querySelector('[data-selecting]') || !selection || selection.rangeCount === 0) return;
      const range = selection.getRangeAt(0);
      if (!range.collapsed) followMovingEnd(range, previous, layerClass, endClass);
      previous = range.cloneRange();
    },
    { signal },
  );
  return () => {
    controller.abort();
  };
}

function followMovingEnd(
  range: Range,
  previous: Range | undefined,
  layerClass: string,
  endClass: string,
): void {
  const startMoves =
    previous !== undefined &&
    range.compareBoundaryPoints(Range.END_TO_END, previous) === 0 &&
    range.compareBoundaryPoints(Range.START_TO_START, previous) !== 0;
  const container = startMoves ? range.startContainer : range.endContainer;
  const run = container instanceof Element ? container : container.parentElement;
  const layer = run?.closest(`.${layerClass}`);
  const end = layer?.getElementsByClassName(endClass)[0];
  if (!layer || !end || !run || run === layer || run === end || run.parentElement !== layer) return;
  layer.setAttribute('data-selecting', 'true');
  if (startMoves) run.before(end);
  else run.after(end);
}
