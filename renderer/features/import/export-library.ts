import i18next from 'i18next';
import type { ExportFormat } from '@shared/domain/import';
import type { CallInput } from '@shared/ipc/contract';
import type { ChosenPapers } from '../../lib/chosen-papers';
import { call } from '../../lib/client';
import { reportFailure } from '../../lib/queries';
import { toast } from '../../ui';

/** Which records go out: the chosen ones, those the list shows (a collection, a filter, a search), or all. */
export type ExportScope = 'selection' | 'list' | 'all';

/**
 * Asks where to, writes every record outside the trash there and says how many.
 * @param format what other programs are to read
 */
export async function exportLibrary(format: ExportFormat): Promise<void> {
  await exportPapers(format, 'all', { ids: [], shown: 0, list: null }, false);
}

/**
 * Asks where to, writes the records there and says how many.
 * @param format what other programs are to read
 * @param scope which records
 * @param chosen what was chosen and shown when the export was asked for
 * @param withFiles puts copies of the papers into a folder beside the file
 * @returns whether the file was written
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
  const input: CallInput<'import.exportBibliography'> = { format, path, withFiles };
  const written = await call('import.exportBibliography', ids === null ? input : { ...input, itemIds: ids });
  if (!written.ok) {
    reportFailure(written.error);
    return false;
  }
  const { count, missing } = written.value;
  toast({
    text: i18next.t('import:export.done', { count, file: path.split(/[\\/]/).at(-1) ?? path }),
    ...(missing > 0 ? { detail: i18next.t('import:export.missing', { count: missing }) } : {}),
    action: {
      label: i18next.t('import:export.show'),
      run: () => void call('desktop.showInFolder', { path }),
    },
  });
  return true;
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
