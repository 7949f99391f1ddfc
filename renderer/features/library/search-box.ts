/** Id of the library's search box, for the command that moves the focus there. */
export const SEARCH_BOX = 'library-search';

/** Moves the focus to the search box, waiting for it when the place is just being shown. */
export function focusSearchBox(): void {
  const focus = (): boolean => {
    const input = document.querySelector<HTMLInputElement>(`#${SEARCH_BOX}`);
    input?.focus();
    input?.select();
    return input !== null;
  };
  if (focus()) return;
  const watcher = new MutationObserver(() => {
    if (focus()) watcher.disconnect();
  });
  watcher.observe(document.body, { childList: true, subtree: true });
}
