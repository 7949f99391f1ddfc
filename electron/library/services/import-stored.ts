import type { StoredFile } from '../adapters/file-store';

/** A file that a record names, now in the store. */
export interface StoredAttachment {
  readonly file: StoredFile;
  readonly title: string;
  readonly name: string;
  readonly mediaType: string;
  /** Absolute path of a file that is not copied; null for one in the store. */
  readonly linkedPath: string | null;
}

/** What became of the files a record names. */
export interface StoredAttachments {
  readonly stored: readonly StoredAttachment[];
  /** Names of files that are not where the record says. */
  readonly missing: readonly string[];
  /** Names that lead where a bibliography may not lead. */
  readonly refused: readonly string[];
}

/** A PDF in the store (or, linked, where the person keeps it), to be attached. */
export interface StoredPaper {
  readonly file: StoredFile;
  readonly name: string;
  /** Absolute path of a paper that is not copied; null for one in the store. */
  readonly linkedPath: string | null;
  readonly fingerprint: string | null;
  readonly pageCount: number | null;
}

/** What became of the files a record points to. */
export interface LinkedPapers {
  readonly stored: readonly StoredPaper[];
  /** Links that lead where a bibliography may not lead, as they stand in the file. */
  readonly refused: readonly string[];
  /** Files of any kind that came with the other things of a richer format. */
  readonly attachments?: StoredAttachments;
}
