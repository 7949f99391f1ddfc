import { ShieldAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useContractMutation } from '../../lib/queries';
import { useSettings } from '../../lib/settings';
import { Button, Dialog } from '../../ui';
import { useCheckStore } from './check-store';
import { JobStatus } from './job-status';
import styles from './online.module.css';

/** Over every place: the check of chosen papers for withdrawals. */
export default function CheckLayer() {
  const itemIds = useCheckStore((state) => state.itemIds);
  return itemIds === null ? null : <CheckDialog itemIds={itemIds} />;
}

function CheckDialog({ itemIds }: { readonly itemIds: readonly string[] }) {
  const { t } = useTranslation('online');
  const { online } = useSettings();
  const check = useContractMutation('online.checkRetractions');
  const set = useContractMutation('settings.set');
  const [jobId, setJobId] = useState<string | null>(null);
  const close = (): void => {
    useCheckStore.getState().ask(null);
  };
  const start = async (): Promise<void> => {
    // What is sent stands in this window: that is the notice before the first request.
    if (!online.noticeSeen) await set.run({ online: { ...online, noticeSeen: true } });
    const started = await check.run({ itemIds: [...itemIds] });
    if (started.ok) setJobId(started.value.jobId);
  };
  return (
    <Dialog
      title={t('retractions.chosenTitle')}
      isOpen
      onOpenChange={close}
      footer={
        // One button throughout, never off: the keyboard must not lose its place.
        jobId === null ? (
          <Button
            key="one"
            variant="primary"
            icon={ShieldAlert}
            onPress={() => {
              if (!check.isPending) void start();
            }}
          >
            {t('retractions.chosenStart')}
          </Button>
        ) : (
          <Button key="one" onPress={close}>
            {t('retractions.close')}
          </Button>
        )
      }
    >
      <div className={styles['item']}>
        <p>{t('retractions.chosen', { count: itemIds.length })}</p>
        {jobId === null ? null : <JobStatus jobId={jobId} kind="online-retractions" onGo={close} />}
      </div>
    </Dialog>
  );
}
