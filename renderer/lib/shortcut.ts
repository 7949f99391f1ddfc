/** A key combination, parsed. */
export interface Shortcut {
  readonly key: string;
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** The part of a keyboard event that a shortcut looks at. */
export interface KeyPress {
  readonly key: string;
  readonly code?: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** @param text e.g. "mod+shift+z" */
export function parseShortcut(text: string): Shortcut {
  const parts = text.toLowerCase().split('+');
  return {
    key: parts.at(-1) ?? '',
    mod: parts.includes('mod'),
    shift: parts.includes('shift'),
    alt: parts.includes('alt'),
  };
}

/**
 * Whether the key press is the shortcut. Letters and digits are compared by their place on the keyboard as well, so
 * that shortcuts work with a Cyrillic layout.
 * @param isMac Cmd instead of Ctrl
 */
export function matchesShortcut(shortcut: Shortcut, press: KeyPress, isMac: boolean): boolean {
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const otherMod = isMac ? press.ctrlKey : press.metaKey;
  if (mod !== shortcut.mod || otherMod || press.altKey !== shortcut.alt) return false;
  const key = press.key.toLowerCase();
  const isSign = key.length === 1 && !/[\p{L}\d]/u.test(key);
  // "?" or "+" need Shift on many keyboards; the sign itself says it.
  if (!isSign && press.shiftKey !== shortcut.shift) return false;
  if (key === shortcut.key) return true;
  const byPlace = /^(?:Key([A-Z])|Digit(\d))$/.exec(press.code ?? '');
  return (byPlace?.[1] ?? byPlace?.[2] ?? '').toLowerCase() === shortcut.key;
}

/** Whether the key writes nothing, so that it may act inside a text field too. */
export function isFunctionKey({ key }: Shortcut): boolean {
  return /^f\d{1,2}$/.test(key);
}

const macSigns: Readonly<Record<string, string>> = { mod: '⌘', shift: '⇧', alt: '⌥' };
const names: Readonly<Record<string, string>> = {
  mod: 'Ctrl',
  shift: 'Shift',
  alt: 'Alt',
  delete: 'Del',
  arrowleft: '←',
  arrowright: '→',
  arrowup: '↑',
  arrowdown: '↓',
};

/** @param text a shortcut @returns as the user sees it: "Ctrl+Shift+Z" or "⇧⌘Z" */
export function showShortcut(text: string, isMac: boolean): string {
  const parts = text.toLowerCase().split('+');
  const word = (part: string): string =>
    names[part] ?? (part.length === 1 ? part.toUpperCase() : part.charAt(0).toUpperCase() + part.slice(1));
  return isMac ? parts.map((part) => macSigns[part] ?? word(part)).join('') : parts.map(word).join('+');
}

/** @param text a shortcut @returns the accelerator of Electron's menus: "CommandOrControl+Shift+Z" */
export function acceleratorOf(text: string): string {
  return text
    .toLowerCase()
    .split('+')
    .map((part) => (part === 'mod' ? 'CommandOrControl' : part.charAt(0).toUpperCase() + part.slice(1)))
    .join('+');
}

/** Whether this computer is a Mac. */
export const isMac: boolean = typeof navigator !== 'undefined' && navigator.userAgent.includes('Macintosh');
