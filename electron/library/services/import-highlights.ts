import type { ChangeSet } from '@db/change-set';
import { annotationRow } from '@db/repositories/annotation';
import { draftsOfNative, type DatedDraft } from '@shared/domain/annotation';
import type { PdfTextPort } from '../adapters/pdf-text/port';
import type { Core } from '../core';

/** Reads annotations that other programs wrote into a PDF; a file that cannot be read has none. */
export type ReadHighlights = (path: string, signal: AbortSignal) => Promise<readonly DatedDraft[]>;

/** @param pdf reader of PDFs */
export function readHighlightsWith(pdf: PdfTextPort): ReadHighlights {
  return async (path, signal) => {
    const read = await pdf.annotations(path, { signal });
    // Why a PDF cannot be read is told by its import; the highlights stay in the file.
    return read.ok ? draftsOfNative(read.value.annotations, read.value.fingerprint) : [];
  };
}

/**
 * Highlights inside the PDFs of an import: read before the transaction in which the PDFs are attached, written within it, so that undo
 * takes both back.
 */
export class ImportedHighlights {
  readonly #prepared = new Map<string, readonly DatedDraft[]>();
  #beside: ReadonlyMap<string, readonly DatedDraft[]> = new Map();

  /** @param read without it nothing is looked for */
  constructor(
    private readonly core: Pick<Core, 'ids' | 'clock'>,
    private readonly read: ReadHighlights | undefined,
  ) {}

  /** @param annotations that an open folder holds beside its files, by SHA-256; they go before those inside the files */
  know(annotations: ReadonlyMap<string, readonly DatedDraft[]>): void {
    this.#beside = annotations;
  }

  /**
   * Reads a file's highlights; kept until they are written.
   * @param fileId SHA-256 of the file @param path where it is
   */
  async prepare(fileId: string, path: string, signal: AbortSignal): Promise<void> {
    if (this.#prepared.has(fileId)) return;
    const beside = this.#beside.get(fileId);
    if (beside !== undefined) this.#prepared.set(fileId, beside);
    if (beside !== undefined || this.read === undefined) return;
    this.#prepared.set(fileId, await this.read(path, signal));
  }

  /** Writes the highlights of a file that was just attached. */
  write(change: ChangeSet, itemId: string, attachmentId: string, fileId: string): void {
    for (const { draft, createdAt, tags } of this.#prepared.get(fileId) ?? []) {
      const id = this.core.ids.next();
      const row = annotationRow({ id, itemId, attachmentId }, draft, this.core.clock.now());
      change.insert('annotation', {
        ...row,
        ...(tags === undefined ? {} : { tags: JSON.stringify(tags) }),
        ...(createdAt === '' ? {} : { created_at: createdAt }),
      });
    }
  }

  /** Lets go of what was read: the files of a slice are attached. */
  clear(): void {
    this.#prepared.clear();
  }
}
