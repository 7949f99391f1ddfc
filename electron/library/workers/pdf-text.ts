import { parentPort, workerData } from 'node:worker_threads';
import { asReadError, readAllPages, readAnnotations, readHead } from '../adapters/pdf-text/reading';
import { pdfWorkerData, type PdfWorkerReply, type PdfWorkerRequest } from '../adapters/pdf-text/messages';

/**
 * Worker thread that reads PDF text. It may die at any time (hostile files, memory limit); the pool replaces it.
 * It handles one request at a time.
 */
const port = parentPort;
if (port === null) throw new Error('pdf-text runs as a worker thread only');
const setup = pdfWorkerData.parse(workerData);

const post = (reply: PdfWorkerReply): void => {
  port.postMessage(reply);
};

// pdf.js can reject a promise nobody waits for, even after a document opened. Unhandled, that would end the thread
// in the middle of a request that may still succeed; it is reported and the pool retires the thread afterwards.
process.on('unhandledRejection', (reason) => {
  post({ kind: 'poisoned', cause: String(reason) });
});

let proceed: (() => void) | null = null;

async function answer(request: Exclude<PdfWorkerRequest, { kind: 'continue' }>): Promise<void> {
  const { id } = request;
  try {
    if (request.kind === 'inspect') {
      post({ kind: 'head', id, head: await readHead(request.path, request.pages, setup) });
      return;
    }
    if (request.kind === 'annotations') {
      post({ kind: 'annotations', id, found: await readAnnotations(request.path, setup) });
      return;
    }
    const summary = await readAllPages(request.path, request, setup, async (pages) => {
      const stored = new Promise<void>((resolve) => {
        proceed = resolve;
      });
      post({ kind: 'pages', id, pages });
      await stored;
    });
    post({ kind: 'done', id, summary });
  } catch (error) {
    const failure = asReadError(error);
    post({ kind: 'failed', id, code: failure.code, cause: failure.message });
  }
}

port.on('message', (request: PdfWorkerRequest) => {
  if (request.kind === 'continue') proceed?.();
  else void answer(request);
});
post({ kind: 'ready' });
