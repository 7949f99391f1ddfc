import type { Result } from '@shared/lib/result';
import type { PdfAnnotations } from './messages';
import type { PdfHead, PdfPageText, PdfTextSummary } from '@shared/domain/pdf-metadata/types';

/** Reads text out of PDF files without ever hanging or ending the calling process. */
export interface PdfTextPort {
  /**
   * Reads the first pages with their layout.
   * @param path absolute path of the file
   * @param options `pages`: how many pages (default 3); `signal` cancels
   */
  inspect(
    path: string,
    options?: { readonly pages?: number; readonly signal?: AbortSignal },
  ): Promise<Result<PdfHead>>;
  /**
   * Reads the annotations that other programs wrote into a file.
   * @param path absolute path of the file
   */
  annotations(path: string, options?: { readonly signal?: AbortSignal }): Promise<Result<PdfAnnotations>>;
  /**
   * Streams the text of every page in batches, in order.
   * @param path absolute path of the file
   * @param onPages called with each batch; the next batch is read only after it returns
   * @param options `fromPage`: zero-based page to start at (to resume); `signal` cancels
   */
  extract(
    path: string,
    onPages: (pages: readonly PdfPageText[]) => void | Promise<void>,
    options?: { readonly fromPage?: number; readonly signal?: AbortSignal },
  ): Promise<Result<PdfTextSummary>>;
  /** Ends the workers; running calls fail with `pdf.cancelled`. */
  close(): Promise<void>;
}
