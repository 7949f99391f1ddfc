import type { TFunction } from 'i18next';
import { call } from '../../lib/client';
import { reportFailure } from '../../lib/queries';
import { toast } from '../../ui';

/**
 * Asks where to, writes a copy of the PDF with its annotations and says what was written.
 * @param attachmentId the file
 * @param title suggested name
 * @param t words of the reader
 */
export async function saveCopy(attachmentId: string, title: string, t: TFunction<'reader'>): Promise<void> {
  const suggestedName = t('copy.name', { title: title.replace(/\.pdf$/i, '').slice(0, 150) });
  const picked = await call('desktop.pickSavePath', { kind: 'pdf', suggestedName });
  if (!picked.ok) {
    reportFailure(picked.error);
    return;
  }
  const { path } = picked.value;
  if (path === null) return;
  const saved = await call('annotation.saveCopy', { attachmentId, path });
  if (!saved.ok) {
    reportFailure(saved.error);
    return;
  }
  const { written, skipped } = saved.value;
  toast({
    text: t('copy.saved', { count: written }),
    ...(skipped > 0 ? { detail: t('copy.skipped', { count: skipped }) } : {}),
    action: {
      label: t('copy.show'),
      run: () => void call('desktop.showInFolder', { path }),
    },
  });
}
