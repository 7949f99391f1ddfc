import { describe, expect, it } from 'vitest';
import {
  acceleratorOf,
  isFunctionKey,
  matchesShortcut,
  parseShortcut,
  showShortcut,
  type KeyPress,
} from '../../../renderer/lib/shortcut';

const press = (key: string, parts: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...parts,
});

describe('shortcuts', () => {
  it('need exactly their keys', () => {
    const undo = parseShortcut('mod+z');
    expect(matchesShortcut(undo, press('z', { ctrlKey: true }), false)).toBe(true);
    expect(matchesShortcut(undo, press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false);
    expect(matchesShortcut(undo, press('z'), false)).toBe(false);
    expect(matchesShortcut(undo, press('z', { ctrlKey: true, altKey: true }), false)).toBe(false);
  });

  it('take Cmd on a Mac and only there', () => {
    const palette = parseShortcut('mod+k');
    expect(matchesShortcut(palette, press('k', { metaKey: true }), true)).toBe(true);
    expect(matchesShortcut(palette, press('k', { ctrlKey: true }), true)).toBe(false);
    expect(matchesShortcut(palette, press('k', { metaKey: true }), false)).toBe(false);
  });

  it('work with a Cyrillic layout by the place of the key', () => {
    const undo = parseShortcut('mod+z');
    expect(matchesShortcut(undo, press('я', { code: 'KeyZ', ctrlKey: true }), false)).toBe(true);
    expect(matchesShortcut(parseShortcut('3'), press('3', { code: 'Digit3' }), false)).toBe(true);
    expect(matchesShortcut(undo, press('я', { code: 'KeyQ', ctrlKey: true }), false)).toBe(false);
  });

  it('find a sign wherever the keyboard has it', () => {
    expect(matchesShortcut(parseShortcut('/'), press('/', { shiftKey: true, code: 'Digit7' }), false)).toBe(
      true,
    );
    expect(matchesShortcut(parseShortcut('mod+,'), press(',', { ctrlKey: true, code: 'Comma' }), false)).toBe(
      true,
    );
  });

  it('know the keys that write nothing, and may act inside a text field', () => {
    expect(['f6', 'shift+f6', 'f12'].map((text) => isFunctionKey(parseShortcut(text)))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['f', 'mod+f', '6'].map((text) => isFunctionKey(parseShortcut(text)))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('are shown as each system writes them', () => {
    expect(showShortcut('mod+shift+z', false)).toBe('Ctrl+Shift+Z');
    expect(showShortcut('mod+shift+z', true)).toBe('⌘⇧Z');
    expect(showShortcut('delete', false)).toBe('Del');
    expect(acceleratorOf('mod+shift+z')).toBe('CommandOrControl+Shift+Z');
  });
});
