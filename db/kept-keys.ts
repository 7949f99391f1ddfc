import type { RowImage } from './row-image';

/**
 * What a replayed change may still write of an item: a key that was given out since stays, in its column and in the record.
 * A change that itself fixed or freed the key (it was typed, it moved with a merge) is replayed as it is.
 * @param current the row as it is now @param after the columns that undo or redo would write
 * @returns the columns to write, and whether a key was kept that would have gone
 */
export function keepFixedKey(
  current: RowImage,
  after: RowImage,
): { readonly image: RowImage; readonly isKept: boolean } {
  const key = current['citation_key'];
  if (current['citation_key_pinned'] !== 1 || typeof key !== 'string' || 'citation_key_pinned' in after)
    return { image: after, isKept: false };
  const isKept = 'citation_key' in after && after['citation_key'] !== key;
  const image: Record<string, string | number | null> = { ...after };
  if (isKept) delete image['citation_key'];
  const csl = image['csl'];
  if (typeof csl === 'string') image['csl'] = withKey(csl, key);
  return { image, isKept };
}

function withKey(text: string, key: string): string {
  const csl: unknown = JSON.parse(text);
  if (
    typeof csl !== 'object' ||
    csl === null ||
    !('citation-key' in csl ? csl['citation-key'] !== key : true)
  )
    return text;
  return JSON.stringify({ ...csl, 'citation-key': key });
}
