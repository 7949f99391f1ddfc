import { GlobalWorkerOptions, PDFWorker } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

let spare: PDFWorker | undefined;

/**
 * Starts a worker before it is needed: loading its script costs as much as opening a paper. Each document still has a
 * worker of its own, so that a hostile file can stop only itself.
 */
function prepareWorker(): void {
  spare ??= new PDFWorker();
}

/** @returns a worker that is already running, if there is one; the next one is started when the page is idle */
export function takeWorker(): PDFWorker {
  const worker = spare ?? new PDFWorker();
  spare = undefined;
  requestIdleCallback(prepareWorker, { timeout: 10_000 });
  return worker;
}
