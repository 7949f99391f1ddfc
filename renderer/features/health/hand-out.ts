import i18next from 'i18next';
import { call } from '../../lib/client';
import { reportFailure } from '../../lib/queries';
import { toast } from '../../ui';

/** Hands a document to the system; a person who gets a copy is told that changes in it do not come back. */
export async function openElsewhere(attachmentId: string, how: 'open' | 'show'): Promise<void> {
  const done = await call('desktop.openDocument', { attachmentId, how });
  if (!done.ok) reportFailure(done.error);
  else if (done.value.isCopy && how === 'open') toast({ text: i18next.t('health:file.copyOpened') });
}

/** Asks where to and saves a copy of the document there. */
export async function saveCopy(file: {
  readonly attachmentId: string;
  readonly fileName: string;
}): Promise<void> {
  const picked = await call('desktop.pickSavePath', { kind: 'any', suggestedName: file.fileName });
  if (!picked.ok) {
    reportFailure(picked.error);
    return;
  }
  if (picked.value.path === null) return;
  const saved = await call('health.saveFile', {
    attachmentId: file.attachmentId,
    path: picked.value.path,
  });
  if (saved.ok) toast({ text: i18next.t('health:file.saved') });
  else reportFailure(saved.error);
}
