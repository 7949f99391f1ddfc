import { resolve } from 'node:path';
import { importContract } from '@shared/ipc/contract/import';
import type { CliCommand } from './cli-command';
import { printFailure } from './cli-command';

/** Imports files and folders; exit code 1 when some records need attention. */
export const importCommand: CliCommand = async ({ library, positionals, values, print }) => {
  const asJson = values['json'] === true;
  const paths = positionals.map((path) => resolve(path));
  const started = await library.handlers['import.start'](
    importContract['import.start'].input.parse({ paths }),
  );
  if (!started.ok) {
    printFailure(started.error, asJson);
    return 2;
  }
  const { jobId } = started.value;
  const finished = await library.core.jobs.finished(jobId);
  if (!finished.ok) {
    printFailure(finished.error, asJson);
    return 2;
  }
  const report = await library.handlers['import.report']({ jobId, show: 'attention', offset: 0, limit: 500 });
  if (!report.ok) {
    printFailure(report.error, asJson);
    return 2;
  }
  const { counts, lines } = report.value;
  print({ jobId, state: finished.value.state, counts, attention: lines }, [
    `imported: ${String(counts.imported)}`,
    `duplicates: ${String(counts.duplicate)}`,
    `need attention: ${String(counts.attention)}`,
    ...lines.map((line) => {
      const place = line.line === null ? line.source : `${line.source}:${String(line.line)}`;
      return `  ${place} ${line.outcome} ${line.code ?? ''} ${line.title}`.trimEnd();
    }),
  ]);
  if (finished.value.state !== 'done') return 2;
  return counts.attention > 0 ? 1 : 0;
};
