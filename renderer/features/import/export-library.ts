import i18next from 'i18next';
import type { ExportFormat } from '@shared/domain/import';
import type { CallInput, CallOutput } from '@shared/ipc/contract';
import type { EventPayload } from '@shared/ipc/events';
import type { ChosenPapers } from '../../lib/chosen-papers';
import { call, onEvent } from '../../lib/client';
import { reportFailure } from '../../lib/queries';
import { toast } from '../../ui';
import { useImportStore } from './import-store';

/** Which records go out: the chosen ones, those the list shows (a collection, a filter, a search), or all. */
export type ExportScope = 'selection' | 'list' | 'all';

/** Titles of papers that could not go along, as many as a message can name. */
const MISSING_NAMED = 5;

/**
 * Asks where to, writes every record outside the trash there and says how many.
 * @param format what other programs are to read
 */
export async function exportLibrary(format: ExportFormat): Promise<void> {
  await exportPapers(format, 'all', { ids: [], shown: 0, list: null }, false);
}

/**
 * Asks where to, writes the records there as a job whose progress stands in the store, and says how many.
 * @param format what other programs are to read
 * @param scope which records
 * @param chosen what was chosen and shown when the export was asked for
 * @param withFiles puts copies of the papers into a folder beside the file
 * @returns whether the export was written
 */
export async function exportPapers(
  format: ExportFormat,
  scope: ExportScope,
  chosen: ChosenPapers,
  withFiles: boolean,
): Promise<boolean> {
  const ids = await idsOf(scope, chosen);
  if (ids === 'failed') return false;
  const picked = await call('desktop.pickSavePath', {
    kind: format,
    suggestedName: i18next.t('import:export.name'),
  });
  if (!picked.ok) {
    reportFailure(picked.error);
    return false;
  }
  const { path } = picked.value;
  if (path === null) return false;
  const input: CallInput<'import.exportRecords'> = { format, path, withFiles };
  const end = await written(ids === null ? input : { ...input, itemIds: ids });
  if (end === null) return false;
  if (end === 'cancelled') {
    toast({ text: i18next.t('import:export.cancelled') });
    return false;
  }
  tellResult(end, path);
  return true;
}

/** Starts the job and waits for its end; the store shows how far it is. @returns null when it failed, which is told */
async function written(
  input: CallInput<'import.exportRecords'>,
): Promise<CallOutput<'import.exported'> | 'cancelled' | null> {
  const { setExporting } = useImportStore.getState();
  const early: EventPayload<'job.progress'>[] = [];
  let hear: ((progress: EventPayload<'job.progress'>) => void) | null = null;
  const endListening = onEvent('job.progress', (progress) => {
    if (progress.kind !== 'export') return;
    if (hear === null) early.push(progress);
    else hear(progress);
  });
  try {
    const started = await call('import.exportRecords', input);
    if (!started.ok) {
      reportFailure(started.error);
      return null;
    }
    const { jobId } = started.value;
    setExporting({ jobId, done: 0, total: null });
    const state = await new Promise<EventPayload<'job.progress'>['state']>((resolve) => {
      hear = (progress) => {
        if (progress.jobId !== jobId) return;
        if (progress.state === 'running' || progress.state === 'queued')
          setExporting({ jobId, done: progress.done, total: progress.total });
        else resolve(progress.state);
      };
      early.forEach(hear);
    });
    if (state === 'cancelled') return 'cancelled';
    const result = await call('import.exported', { jobId });
    if (result.ok) return result.value;
    reportFailure(result.error);
    return null;
  } finally {
    endListening();
    setExporting(null);
  }
}

function tellResult({ count, missing }: CallOutput<'import.exported'>, path: string): void {
  const told = i18next.t('import:export.missing', { count: missing.length });
  const named = missing.slice(0, MISSING_NAMED).join(' · ');
  toast({
    text: i18next.t('import:export.done', { count, file: path.split(/[\\/]/).at(-1) ?? path }),
    ...(missing.length > 0 ? { detail: `${told} ${named}` } : {}),
    action: {
      label: i18next.t('import:export.show'),
      run: () => void call('desktop.showInFolder', { path }),
    },
  });
}

async function idsOf(scope: ExportScope, chosen: ChosenPapers): Promise<string[] | null | 'failed'> {
  if (scope === 'selection') return [...chosen.ids];
  if (scope === 'all' || chosen.list === null) return null;
  const { view, sort } = chosen.list;
  const listed = await call('library.ids', { view, sort });
  if (listed.ok) return listed.value.ids;
  reportFailure(listed.error);
  return 'failed';
}
