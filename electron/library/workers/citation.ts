import { parentPort } from 'node:worker_threads';
import { formatCitations } from '../adapters/citation-work';
import type { ThreadMessage } from '../adapters/report-thread';

/** The thread that keeps one warm citeproc engine per style and language. */
parentPort?.on('message', ({ id, body }: ThreadMessage) => {
  parentPort?.postMessage({ id, body: formatCitations(body) } satisfies ThreadMessage);
});
