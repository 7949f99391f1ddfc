import { readFile, stat } from 'node:fs/promises';
import { fail, ok, type Failure, type Result } from '@shared/lib/result';
import {
  HopelessFileError,
  MAX_BIBLIOGRAPHY_BYTES,
  openBibliography,
  openWorkbook,
  type ParsedRecord,
  type TableHead,
  type TableRequest,
} from './bibliography';
import { looksLikeArchive } from './spreadsheet';

/** What is known of a bibliography before its records are read. */
export interface BibliographyHead {
  readonly format: string;
  readonly encoding: string;
  /** Number of records by a quick look. */
  readonly estimate: number;
  /** How a table is read; undefined for other formats. */
  readonly table?: TableHead;
}

/** Some records of a file in order; `isLast` with the final ones, `failure` when the file turned out to be none. */
export interface RecordBatch {
  readonly records: readonly ParsedRecord[];
  readonly isLast: boolean;
  readonly failure?: Failure;
}

/** Records per batch: enough that messages cost little, few enough that copying one is not felt. */
const BATCH = 100;

/**
 * Reads bibliographies piece by piece. Runs in the worker thread, and in this process where no worker was built.
 */
export class BibliographyReading {
  readonly #open = new Map<number, Iterator<ParsedRecord>>();

  /**
   * @param id the caller's number for this reading
   * @param path absolute path
   * @param request what is known about the file in case it is a table
   * @param isLook only what it is, no records
   * @returns what the file is, or why it cannot be read
   */
  async open(
    id: number,
    path: string,
    request: TableRequest,
    isLook: boolean,
  ): Promise<Result<BibliographyHead>> {
    try {
      const { size } = await stat(path);
      if (size > MAX_BIBLIOGRAPHY_BYTES) {
        return fail('import.bibliography-too-large', { megabytes: Math.round(size / 1024 / 1024) });
      }
      const bytes = await readFile(path);
      const opened = looksLikeArchive(bytes)
        ? await openWorkbook(bytes, request)
        : openBibliography(bytes, request);
      if (!opened.ok) return opened;
      const { records, ...head } = opened.value;
      if (!isLook) this.#open.set(id, records[Symbol.iterator]());
      return ok(head);
    } catch (error) {
      return fail('import.file-unreadable', undefined, String(error));
    }
  }

  /** @param id of an opened reading @returns the next records; none and `isLast` when it is closed */
  next(id: number): RecordBatch {
    const reading = this.#open.get(id);
    const records: ParsedRecord[] = [];
    try {
      while (reading !== undefined && records.length < BATCH) {
        const step = reading.next();
        if (step.done === true) break;
        records.push(step.value);
      }
    } catch (error) {
      this.close(id);
      if (!(error instanceof HopelessFileError)) throw error;
      return { records, isLast: true, failure: { code: error.code } };
    }
    const isLast = records.length < BATCH;
    if (isLast) this.close(id);
    return { records, isLast };
  }

  /** Lets go of a reading. */
  close(id: number): void {
    this.#open.delete(id);
  }
}

/** What the library process asks of the thread. */
export type ReadingRequest =
  | {
      readonly kind: 'open';
      readonly id: number;
      readonly path: string;
      readonly request: TableRequest;
      readonly isLook: boolean;
    }
  | { readonly kind: 'next'; readonly id: number }
  | { readonly kind: 'close'; readonly id: number };

/** What the thread answers; `close` has no answer. */
export type ReadingReply =
  | { readonly kind: 'opened'; readonly id: number; readonly head: Result<BibliographyHead> }
  | { readonly kind: 'batch'; readonly id: number; readonly batch: RecordBatch };
