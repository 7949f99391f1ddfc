import { useColumns } from './store';

/** Id of the button at the end of the list's head, under which the menu of columns opens. */
export const COLUMNS_BUTTON = 'library-columns';

/** Opens the menu of columns under its button; nothing happens when no list is shown. */
export function openColumnsMenu(): void {
  const button = document.getElementById(COLUMNS_BUTTON)?.getBoundingClientRect();
  if (button) useColumns.getState().openMenu({ x: button.left, y: button.bottom });
}
