import type { SearchHit } from '@shared/ipc/contract/search';

/** Longest passage handed to the reader to be shown on its page. */
const QUOTE_LENGTH = 60;

/**
 * The words of a snippet that the reader is to show: from the first found word to the last one near it.
 * @param snippet pieces of the snippet
 */
export function quoteOf(snippet: readonly SearchHit['snippet'][number][]): string {
  const first = snippet.findIndex((part) => part.isHit);
  let quote = snippet[first]?.text ?? '';
  let passage = quote;
  for (const part of snippet.slice(first + 1)) {
    if (part.text.includes('…') || passage.length + part.text.length > QUOTE_LENGTH) break;
    passage += part.text;
    if (part.isHit) quote = passage;
  }
  return quote.trim();
}

/**
 * Address of the place where a hit stands.
 * @param hit one hit
 */
export function addressOf(hit: SearchHit): string {
  const query = new URLSearchParams();
  if (hit.pageIndex !== null) query.set('page', String(hit.pageIndex + 1));
  switch (hit.kind) {
    case 'page':
      query.set('quote', quoteOf(hit.snippet));
      return `/reader/${hit.refId}?${query.toString()}`;
    case 'annotation':
      query.set('annotation', hit.refId);
      return `/reader/${hit.attachmentId ?? ''}?${query.toString()}`;
    case 'item':
      return `/library/${hit.refId}`;
    case 'note':
      return `/notes/${hit.refId}`;
    case 'reading':
      return `/reading?entry=${hit.refId}`;
    case 'journal':
      return hit.projectId === null ? '/inquiry' : `/inquiry/${hit.projectId}/journal?entry=${hit.refId}`;
    case 'report':
      return `/write/${hit.refId}`;
  }
}
