import i18next from 'i18next';
import type { CallInput } from '@shared/ipc/contract';
import { call } from '../../lib/client';
import { reportFailure } from '../../lib/queries';
import { toast } from '../../ui';

/**
 * Asks where to, writes every record outside the trash there and says how many.
 * @param format what other programs are to read
 */
export async function exportLibrary(format: CallInput<'import.exportBibliography'>['format']): Promise<void> {
  const picked = await call('desktop.pickSavePath', {
    kind: format,
    suggestedName: i18next.t('import:export.name'),
  });
  if (!picked.ok) {
    reportFailure(picked.error);
    return;
  }
  const { path } = picked.value;
  if (path === null) return;
  const written = await call('import.exportBibliography', { format, path });
  if (!written.ok) {
    reportFailure(written.error);
    return;
  }
  const { count } = written.value;
  toast({
    text: i18next.t('import:export.done', { count, file: path.split(/[\\/]/).at(-1) ?? path }),
    action: {
      label: i18next.t('import:export.show'),
      run: () => void call('desktop.showInFolder', { path }),
    },
  });
}
