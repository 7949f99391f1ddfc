import type { TablePlan } from '@shared/domain/import';
import type { PreviewLine } from '@shared/ipc/contract/import';
import { fail, ok, type Result } from '@shared/lib/result';
import { call, onEvent } from '../../lib/client';
import { usePreviewStore, type Exceptions } from './preview-store';

/** Lines asked for at once. */
const PAGE = 500;

/**
 * Reads all files of the preview again, one table by another plan. The preview that is shown stays until the new one is whole; then it
 * takes its place, with the decisions that still make sense: those about records of the other files.
 * @param order the table
 * @param plan what its columns hold
 * @param signal ends the reading; nothing has changed then
 * @returns why the files could not be read
 */
export async function readAgain(order: string, plan: TablePlan, signal: AbortSignal): Promise<Result<null>> {
  const { source, tables, exceptions, previewId: before } = usePreviewStore.getState();
  const plans = [...tables.filter((table) => table.order !== order), { order, plan }];
  const begun = await call('import.preview', {
    paths: [...source.paths],
    pasted: source.pasted,
    tables: plans,
  });
  if (!begun.ok) return begun;
  const { previewId } = begun.value;
  const read = await finished(previewId, signal);
  const kept = read.ok ? await stillThere(previewId, order, exceptions) : read;
  if (!kept.ok || signal.aborted) {
    void call('import.closePreview', { previewId });
    return kept.ok ? ok(null) : kept;
  }
  usePreviewStore.getState().renew(previewId, plans, kept.value);
  if (before !== null) void call('import.closePreview', { previewId: before });
  return ok(null);
}

/** Waits for the end of a preview. */
async function finished(previewId: string, signal: AbortSignal): Promise<Result<null>> {
  const ended = new Promise<void>((resolve) => {
    const stop = onEvent('job.progress', (progress) => {
      if (progress.jobId === previewId && progress.state !== 'running') end();
    });
    const end = (): void => {
      stop();
      resolve();
    };
    signal.addEventListener('abort', end, { once: true });
    // It may have ended before anybody listened.
    void call('import.previewState', { previewId }).then((state) => {
      if (!state.ok || state.value.state !== 'running') end();
    });
  });
  await ended;
  if (signal.aborted) return ok(null);
  const state = await call('import.previewState', { previewId });
  if (!state.ok) return state;
  return state.value.state === 'failed' ? fail('import.reader-failed') : ok(null);
}

/** Decisions about other files, with what their records are now: a double may have become the only one. */
async function stillThere(
  previewId: string,
  changed: string,
  exceptions: Exceptions,
): Promise<Result<Exceptions>> {
  const kept = new Map<string, PreviewLine['kind']>();
  const orders = new Set([...exceptions.values()].map(({ order }) => order).filter((one) => one !== changed));
  for (const order of orders) {
    for (let offset = 0; ; offset += PAGE) {
      const page = await call('import.previewLines', { previewId, show: 'all', order, offset, limit: PAGE });
      if (!page.ok) return page;
      for (const line of page.value.lines) kept.set(`${String(line.index)} ${order}`, line.kind);
      if (offset + PAGE >= page.value.total) break;
    }
  }
  return ok(
    new Map(
      [...exceptions].flatMap(([key, exception]) => {
        const kind = kept.get(key);
        return kind === undefined || kind === 'failed' ? [] : [[key, { ...exception, kind }]];
      }),
    ),
  );
}
