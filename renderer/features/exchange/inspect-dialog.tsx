import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/navigation';
import { useContract, useContractMutation } from '../../lib/queries';
import { Button, Checkbox, Dialog, ErrorNote, Note, Skeleton } from '../../ui';
import { TrustPanel } from './trust-panel';
import styles from './exchange.module.css';

interface InspectDialogProps {
  readonly path: string;
  readonly onClose: () => void;
}

/** What is in a colleague's package and whether it is unchanged, before anything is kept. */
export function InspectDialog({ path, onClose }: InspectDialogProps) {
  const { t } = useTranslation('exchange');
  const { t: common } = useTranslation('common');
  const go = useGo();
  const found = useContract('exchange.inspect', { path }, { tables: ['practice_case'] });
  const keep = useContractMutation('exchange.import');
  const [accepts, setAccepts] = useState(false);
  const changed = found.data?.integrity === 'unverified';
  const importIt = async (): Promise<void> => {
    const result = await keep.run({ path, acceptUnverified: accepts });
    if (!result.ok) return;
    onClose();
    go(`/exchange/${result.value.id}`);
  };
  return (
    <Dialog
      title={t('inspect.title')}
      isOpen
      onOpenChange={onClose}
      size="wide"
      footer={
        <>
          <Button onPress={onClose}>{common('action.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={!found.data || found.data.known || (changed && !accepts) || keep.isPending}
            onPress={() => {
              void importIt();
            }}
          >
            {t('inspect.import')}
          </Button>
        </>
      }
    >
      <div className={styles['stack']}>
        {found.isPending ? <Skeleton lines={5} label={t('loading')} /> : null}
        {found.error ? <ErrorNote failure={found.error.failure} /> : null}
        {found.data ? (
          <>
            <h3 className={styles['cardTitle']}>{found.data.record.title}</h3>
            <p className={styles['meta']}>
              {found.data.record.creators.join(', ')} ·{' '}
              {t('list.version', { version: found.data.record.version })}
            </p>
            <p className={styles['reading']}>{found.data.record.summary || found.data.record.problem}</p>
            <TrustPanel
              trust={found.data.trust}
              integrity={found.data.integrity}
              licence={found.data.record.licence}
            />
            {found.data.known ? <Note>{t('inspect.known')}</Note> : null}
            {changed ? (
              <Note tone="warn" title={t('inspect.changedTitle')}>
                <p>{t('inspect.changed', { files: found.data.changed.join(', ') })}</p>
                <Checkbox isSelected={accepts} onChange={setAccepts}>
                  {t('inspect.accept')}
                </Checkbox>
              </Note>
            ) : null}
          </>
        ) : null}
      </div>
    </Dialog>
  );
}
