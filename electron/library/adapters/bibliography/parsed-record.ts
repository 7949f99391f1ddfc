import type { CslItem, ItemRemark } from '@shared/domain/bibliography';
import type { RawRecord, RecordExtras, RecordFault } from '@shared/formats/bibliography';

/** Something the user should look at although the record could be read. */
export interface RecordRemark {
  readonly code: ItemRemark['code'] | 'import.repaired-letters' | 'import.missing-end' | 'import.missing-key';
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
