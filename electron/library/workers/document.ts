import { parentPort } from 'node:worker_threads';
import type { ReportExport } from '@shared/domain/report/export-model';
import { reportToDocx } from '../adapters/docx-report';
import type { ThreadMessage } from '../adapters/report-thread';

/** The thread that writes Word documents; a failure is answered as text, because errors do not cross threads whole. */
parentPort?.on('message', ({ id, body }: ThreadMessage) => {
  // Requests come from adapters/docx-writer.ts and from nowhere else.
  reportToDocx(body as ReportExport).then(
    (bytes) => parentPort?.postMessage({ id, body: bytes } satisfies ThreadMessage),
    (error: unknown) => parentPort?.postMessage({ id, body: String(error) } satisfies ThreadMessage),
  );
});
