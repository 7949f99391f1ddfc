import { parentPort } from 'node:worker_threads';
import {
  BibliographyReading,
  type ReadingReply,
  type ReadingRequest,
} from '../adapters/bibliography-reading';

/** The thread that reads bibliographies, so that the process with the database stays free. */
const reading = new BibliographyReading();
const reply = (message: ReadingReply): void => parentPort?.postMessage(message);

parentPort?.on('message', (request: ReadingRequest) => {
  switch (request.kind) {
    case 'open':
      void reading.open(request.id, request.path, request.request, request.isLook).then((head) => {
        reply({ kind: 'opened', id: request.id, head });
      });
      return;
    case 'next':
      reply({ kind: 'batch', id: request.id, batch: reading.next(request.id) });
      return;
    case 'close':
      reading.close(request.id);
  }
});
