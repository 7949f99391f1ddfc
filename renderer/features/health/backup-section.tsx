import { DatabaseBackup, Settings } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/format';
import { useGo } from '../../lib/navigation';
import { useContractMutation } from '../../lib/queries';
import { Button, ButtonRow, toast } from '../../ui';
import styles from './health.module.css';

/** The last backup, a new one, and the way to the list from which one is restored. */
export function BackupSection({
  lastBackupAt,
  onMade,
}: {
  readonly lastBackupAt: string | null;
  readonly onMade: () => void;
}) {
  const { t } = useTranslation('health');
  const { dateTime } = useFormats();
  const go = useGo();
  const { run, isPending } = useContractMutation('backup.create');
  return (
    <section className={styles['group']}>
      <h2>{t('backup.title')}</h2>
      <p>{lastBackupAt === null ? t('backup.none') : t('backup.last', { date: dateTime(lastBackupAt) })}</p>
      <ButtonRow>
        <Button
          icon={DatabaseBackup}
          isDisabled={isPending}
          onPress={() => {
            void run({}).then((result) => {
              if (!result.ok) return;
              toast({ text: t('backup.made') });
              onMade();
            });
          }}
        >
          {isPending ? t('backup.making') : t('backup.make')}
        </Button>
        <Button
          icon={Settings}
          onPress={() => {
            go('/settings');
          }}
        >
          {t('backup.restore')}
        </Button>
      </ButtonRow>
    </section>
  );
}
