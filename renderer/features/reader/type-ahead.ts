/** Nobody waits longer for a comment to open; then the keys are the page's again. */
const LONGEST_WAIT_MS = 3000;

let typed = '';
let stop: (() => void) | undefined;

/**
 * Keeps what is typed between asking for a comment and its text field being there, so that no letter is lost and none
 * of them acts as a command on the page.
 */
export function beginTypeAhead(): void {
  stop?.();
  typed = '';
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'Escape') {
      endTypeAhead();
      return;
    }
    if (event.key === 'Backspace') typed = typed.slice(0, -1);
    else if (event.key === 'Enter') typed += '\n';
    else if (event.key.length === 1) typed += event.key;
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const timer = window.setTimeout(endTypeAhead, LONGEST_WAIT_MS);
  window.addEventListener('keydown', onKeyDown, { capture: true });
  stop = () => {
    window.clearTimeout(timer);
    window.removeEventListener('keydown', onKeyDown, { capture: true });
    stop = undefined;
  };
}

/** Lets the keys go. @returns what was typed meanwhile */
export function endTypeAhead(): string {
  stop?.();
  const text = typed;
  typed = '';
  return text;
}

/**
 * Appends text to a field as if it had been typed there.
 * @param area a text area, also one that React controls
 */
export function typeInto(area: HTMLTextAreaElement, text: string): void {
  if (text === '') return;
  const end = area.value.length;
  area.setRangeText(text, end, end, 'end');
  area.dispatchEvent(new InputEvent('input', { bubbles: true, data: text, inputType: 'insertText' }));
}
