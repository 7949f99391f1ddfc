import type { CslItem, ItemRemark } from '@shared/domain/bibliography';
import type { RawRecord, RecordExtras, RecordFault } from '@shared/formats/bibliography';

/** Something the user should look at although the record could be read. */
export interface RecordRemark {
  readonly code: ItemRemark['code'] | 'import.field-simplified' | 'import.missing-end' | 'import.missing-key';
  readonly value?: string;
}

/** One record of a bibliography file: read, or kept raw with the reason. */
export interface ParsedRecord extends RawRecord {
  readonly outcome:
    | {
        readonly kind: 'read';
        readonly item: CslItem;
        /** Citation key as the file gives it; empty when it gives none. */
        readonly key: string;
        readonly remarks: readonly RecordRemark[];
        /** Files the record points to, as written in the file (relative paths belong to its folder). */
        readonly files: readonly string[];
        /** Collections, tags, notes, named files and other things of richer formats. */
        readonly extras?: RecordExtras;
      }
    | { readonly kind: 'failed'; readonly code: RecordFault; readonly cause?: string };
}

/**
 * Fields whose value cannot be found in the finished item.
 * @param fields values by name, LaTeX allowed
 * @param item what was made of them
 * @param alwaysMapped names that always reach the item, though in another form (names, dates, pages)
 */
export function lostFields(
  fields: Iterable<readonly [string, string]>,
  item: CslItem,
  alwaysMapped: ReadonlySet<string>,
): readonly (readonly [string, string])[] {
  const kept = contentKeys(item);
  return [...fields].filter(([name, value]) => {
    if (alwaysMapped.has(name)) return false;
    const key = contentKey(value);
    return key !== '' && !kept.some((text) => text === key || (key.length > 12 && text.includes(key)));
  });
}

function contentKeys(item: CslItem): readonly string[] {
  return Object.entries(item).flatMap(([name, value]) =>
    name !== 'type' && typeof value === 'string' ? [contentKey(value)] : [],
  );
}

/** Letters and digits only, so that LaTeX marks and HTML tags make no difference. */
function contentKey(value: string): string {
  return value
    .replace(/\\[a-zA-Z]{2,}(?=[\s{])|<\/?\w+[^>]*>/g, '')
    .normalize('NFKD')
    .replace(/[^\p{Letter}\p{Number}]+/gu, '')
    .toLowerCase();
}
