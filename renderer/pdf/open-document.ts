import { fail, ok, type Failure, type Result } from '@shared/lib/result';
import { getDocument, PasswordException, VerbosityLevel, type PDFDocumentProxy } from 'pdfjs-dist';
import { BundledDataFactory } from './pdf-assets';
import { probeFile, RANGE_CHUNK, UrlRangeTransport } from './range-transport';
import { takeWorker } from './spare-worker';

/** Why a document cannot be shown; the words are in the reader's locale under `errors`. */
export type OpenFailureCode =
  'pdf.missing' | 'pdf.password' | 'pdf.wrongPassword' | 'pdf.broken' | 'pdf.empty';

/** An open document. Call `close` when it is no longer shown: it frees the worker and its memory. */
export interface OpenDocument {
  readonly pdf: PDFDocumentProxy;
  readonly fingerprint: string;
  readonly pageCount: number;
  /** Printed page numbers ('iv', '206'), or plain numbers when the PDF has none. */
  readonly pageLabels: readonly string[];
  readonly close: () => Promise<void>;
}

/** Settings of {@link openDocument}. */
export interface OpenOptions {
  readonly password?: string;
  /** Called when the file becomes unreadable after it was opened (deleted, drive gone). */
  readonly onLost?: () => void;
  readonly signal?: AbortSignal;
}

/**
 * Opens a PDF over range requests; pages are read only when they are shown.
 * @param url address of the file, for instance paper://...
 * @param options password, signal, what to do when the file disappears
 * @returns the document, or a coded failure
 */
export async function openDocument(
  url: string,
  options: OpenOptions = {},
): Promise<Result<OpenDocument, Failure<OpenFailureCode>>> {
  const signal = options.signal ?? new AbortController().signal;
  const file = await probeFile(url, signal).catch(() => undefined);
  if (!file) return fail('pdf.missing');
  if (file.length === 0) return fail('pdf.empty');
  const lost = options.onLost ?? (() => undefined);
  const worker = takeWorker();
  const task = getDocument({
    worker,
    range: new UrlRangeTransport(url, file, lost),
    rangeChunkSize: RANGE_CHUNK,
    disableAutoFetch: true,
    disableStream: true,
    // The bundled fonts look the same on every computer; pages then break and highlight alike.
    useSystemFonts: false,
    useWorkerFetch: false,
    BinaryDataFactory: BundledDataFactory,
    verbosity: VerbosityLevel.ERRORS,
    maxImageSize: 100_000_000,
    ...(options.password === undefined ? {} : { password: options.password }),
  });
  const close = async (): Promise<void> => {
    await task.destroy();
    worker.destroy();
  };
  // Without an onPassword listener pdf.js rejects the promise of a locked document instead of waiting.
  try {
    const pdf = await task.promise;
    if (pdf.numPages === 0) {
      await close();
      return fail('pdf.empty');
    }
    const labels = await pdf.getPageLabels().catch(() => null);
    return ok({
      pdf,
      fingerprint: pdf.fingerprints[0] ?? '',
      pageCount: pdf.numPages,
      pageLabels: completeLabels(labels, pdf.numPages),
      close,
    });
  } catch (error) {
    await close();
    return fail(failureCode(error, options.password), undefined, String(error));
  }
}

function failureCode(error: unknown, password: string | undefined): OpenFailureCode {
  if (!(error instanceof PasswordException)) return 'pdf.broken';
  return password === undefined ? 'pdf.password' : 'pdf.wrongPassword';
}

function completeLabels(labels: readonly string[] | null, pageCount: number): readonly string[] {
  return Array.from({ length: pageCount }, (_, page) => {
    const label = labels?.[page]?.trim() ?? '';
    return label === '' ? String(page + 1) : label;
  });
}
