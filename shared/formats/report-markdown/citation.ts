import type { CitationItem, LocatorLabel } from '@shared/domain/report/citation';
import { escapeMarkdown } from './escape';

/** Short words Pandoc reads as the kind of place; kinds it does not know stay readable words after the comma. */
const LOCATOR_WORDS: Readonly<Record<LocatorLabel, string>> = {
  page: 'p.',
  chapter: 'chap.',
  section: 'sec.',
  paragraph: 'para.',
  figure: 'fig.',
  table: 'table',
  part: 'pt.',
  volume: 'vol.',
  line: 'l.',
  note: 'n.',
};

/**
 * A citation in Pandoc's syntax: `[see @key, pp. 12-15; -@other]`.
 * @param items works cited together
 * @param keyOf citation key of a work; undefined when the work is not in the library
 */
export function citationToMarkdown(
  items: readonly CitationItem[],
  keyOf: (itemId: string) => string | undefined,
): string {
  return `[${items.map((item) => itemToMarkdown(item, keyOf(item.itemId))).join('; ')}]`;
}

function itemToMarkdown(item: CitationItem, key: string | undefined): string {
  const prefix = item.prefix.trim() === '' ? '' : `${escapeMarkdown(item.prefix.trim())} `;
  const reference = key === undefined ? '\\[?\\]' : `${item.suppressAuthor ? '-' : ''}@${braced(key)}`;
  const locator = item.locator === '' ? '' : `, ${locatorWords(item)}`;
  const suffix = item.suffix.trim();
  const after = suffix === '' ? '' : `${/^[,;:.]/.test(suffix) ? '' : ' '}${escapeMarkdown(suffix)}`;
  return `${prefix}${reference}${locator}${after}`;
}

function locatorWords(item: CitationItem): string {
  const several = /[-–,]/.test(item.locator);
  const word = item.label === 'page' && several ? 'pp.' : LOCATOR_WORDS[item.label];
  return `${word} ${escapeMarkdown(item.locator)}`;
}

/** Keys with unusual characters need braces (Pandoc 2.12 and later). */
function braced(key: string): string {
  return /^[\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&\-+?<>~/]*[\p{L}\p{N}_])?$/u.test(key) ? key : `{${key}}`;
}
