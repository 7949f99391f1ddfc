const FOCUSABLE = [
  'a[href]',
  'button:not(:disabled)',
  'input:not(:disabled)',
  'textarea:not(:disabled)',
  '[contenteditable="true"]',
  '[tabindex]:not([tabindex="-1"])',
].join(',');

/** What had the focus in a column when it was left. */
const last = new WeakMap<Element, HTMLElement>();

function startOf(column: Element): HTMLElement | undefined {
  const known = last.get(column);
  if (known !== undefined && column.contains(known) && known.checkVisibility()) return known;
  // A list as a whole rather than the buttons over it.
  const list = column.querySelector<HTMLElement>('[role="grid"][tabindex="0"]');
  if (list !== null) return list;
  return [...column.querySelectorAll<HTMLElement>(FOCUSABLE)].find(
    (element) => element.tabIndex >= 0 && element.checkVisibility(),
  );
}

/**
 * Moves the focus to another column of the place (rail, bar, side, middle, panel), where it was when that column was left this way, else at its start.
 * @param step 1 for the next one, -1 for the one before; after the last comes the first
 */
export function moveToColumn(step: 1 | -1): void {
  const columns = [...document.querySelectorAll('[data-column]')];
  const focused = document.activeElement;
  const here = columns.findIndex((column) => column.contains(focused));
  const left = columns[here];
  if (left !== undefined && focused instanceof HTMLElement) last.set(left, focused);
  const begin = here === -1 && step === -1 ? 0 : here;
  for (let away = 1; away <= columns.length; away += 1) {
    const column = columns[(begin + step * away + columns.length * 2) % columns.length];
    const start = column === undefined ? undefined : startOf(column);
    if (start !== undefined) {
      start.focus();
      return;
    }
  }
}
