import { DatabaseZap, FolderOpen, History, Hammer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '@shared/ipc/contract';
import { call } from '../lib/client';
import { useFormats } from '../lib/format';
import { reportFailure } from '../lib/queries';
import { AlertDialog, Button, EmptyState } from '../ui';

type Status = CallOutput<'desktop.libraryStatus'>;

/** In the place of every place: the library could not be opened, and what can be done. */
export function LibraryFailed({
  status,
  onRecovered,
}: {
  readonly status: Status;
  readonly onRecovered: (status: Status) => void;
}) {
  const { t } = useTranslation('shell');
  const { date } = useFormats();
  const [isWorking, setIsWorking] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const backup = String(status.details['backup'] ?? '');
  const isDamaged = status.code === 'database.damaged' || status.code === 'library.keeps-crashing';
  const recover = async (mode: 'newest-backup' | 'set-aside'): Promise<void> => {
    setIsWorking(true);
    const result = await call('desktop.recoverLibrary', { mode });
    setIsWorking(false);
    if (!result.ok) reportFailure(result.error);
    else onRecovered(result.value);
  };
  return (
    <main>
      <EmptyState
        icon={DatabaseZap}
        title={t(isDamaged ? 'damaged.title' : 'damaged.otherTitle')}
        actions={
          <>
            {isDamaged && backup !== '' ? (
              <Button
                variant="primary"
                icon={History}
                isDisabled={isWorking}
                onPress={() => void recover('newest-backup')}
              >
                {t('damaged.backup', { date: date(backup) })}
              </Button>
            ) : null}
            {isDamaged ? (
              <Button
                icon={Hammer}
                isDisabled={isWorking}
                onPress={() => {
                  setIsAsking(true);
                }}
              >
                {t('damaged.rebuild')}
              </Button>
            ) : null}
            <Button icon={FolderOpen} onPress={() => void call('desktop.openLibraryFolder', {})}>
              {t('damaged.folder')}
            </Button>
          </>
        }
        hint={isDamaged ? t('damaged.hint') : undefined}
      >
        {isWorking ? t('damaged.working') : t(isDamaged ? 'damaged.text' : 'library.failed')}
      </EmptyState>
      <AlertDialog
        title={t('damaged.rebuild')}
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        tone="primary"
        confirmLabel={t('damaged.rebuildStart')}
        onConfirm={() => void recover('set-aside')}
      >
        <p>{t('damaged.rebuildText')}</p>
      </AlertDialog>
    </main>
  );
}
