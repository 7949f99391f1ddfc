import { join } from 'node:path';
import type { ReportExport } from '@shared/domain/report/export-model';
import { fail, ok, type Result } from '@shared/lib/result';
import { createReportThread } from './report-thread';

/** Writes Word documents away from the database process. */
export interface DocxWriter {
  write(report: ReportExport): Promise<Result<Uint8Array>>;
}

/**
 * @param workers folder of the built worker scripts
 * Errors: `report.docx-failed`.
 */
export function createDocxWriter(workers: string): DocxWriter {
  const thread = createReportThread(join(workers, 'worker-document.js'), async () => {
    const { reportToDocx } = await import('./docx-report');
    // Requests come from `write` below and from nowhere else.
    return (request) => reportToDocx(request as ReportExport);
  });
  return {
    async write(report) {
      try {
        const bytes = await thread.run(report);
        return bytes instanceof Uint8Array ? ok(bytes) : fail('report.docx-failed', undefined, String(bytes));
      } catch (error) {
        return fail('report.docx-failed', undefined, String(error));
      }
    },
  };
}
