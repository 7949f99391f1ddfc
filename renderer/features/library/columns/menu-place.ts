import { useColumns } from './store';

/** Id of the button at the end of the list's head, under which the menu of columns opens. */
export const COLUMNS_BUTTON = 'library-columns';

/** Opens the menu of columns under its button; nothing happens when no list is shown. */
export function openColumnsMenu(): void {
  const button = document.getElementById(COLUMNS_BUTTON)?.getBoundingClientRect();
  if (button) useColumns.getState().openMenu({ x: button.left, y: button.bottom });
}

/**
 * Does something once a palette or menu that lies over the window has gone and has given the focus back, which it would else take away again.
 * @param work what is to follow
 */
export function whenUncovered(work: () => void): void {
  const isCovered = (): boolean => document.querySelector('[role="dialog"], [role="menu"]') !== null;
  // The focus is given back in the frame after.
  const follow = (): void => {
    requestAnimationFrame(() => {
      requestAnimationFrame(work);
    });
  };
  if (!isCovered()) {
    follow();
    return;
  }
  const watcher = new MutationObserver(() => {
    if (isCovered()) return;
    watcher.disconnect();
    follow();
  });
  watcher.observe(document.body, { childList: true, subtree: true });
}
