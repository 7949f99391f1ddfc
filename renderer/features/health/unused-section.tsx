import i18next from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/format';
import { useContract, useContractMutation } from '../../lib/queries';
import { AlertDialog, Button, ButtonRow, toast } from '../../ui';
import styles from './health.module.css';

/** Stored documents that nothing refers to any more; they go only when the person says so. */
export function UnusedSection() {
  const { t } = useTranslation('health');
  const { bytes, number } = useFormats();
  const [isAsking, setAsking] = useState(false);
  const unused = useContract(
    'health.unusedFiles',
    {},
    { tables: ['attachment', 'file'], keepPrevious: true },
  );
  const { run, isPending } = useContractMutation('health.freeUnused');
  if (unused.data === undefined) return null;
  const told = (found: { readonly files: number; readonly bytes: number }) => ({
    count: found.files,
    formatted: number(found.files),
    size: bytes(found.bytes),
  });
  const { files } = unused.data;
  return (
    <section className={styles['group']}>
      <h2>{t('unused.title')}</h2>
      <p>{files === 0 ? t('unused.none') : t('unused.found', told(unused.data))}</p>
      {files === 0 ? null : (
        <ButtonRow>
          <Button
            isDisabled={isPending}
            onPress={() => {
              setAsking(true);
            }}
          >
            {t('unused.free')}
          </Button>
        </ButtonRow>
      )}
      {isAsking ? (
        <AlertDialog
          title={t('unused.title')}
          isOpen
          onOpenChange={setAsking}
          confirmLabel={t('unused.confirm')}
          onConfirm={() => {
            void run({}).then((done) => {
              if (done.ok) toast({ text: i18next.t('health:unused.done', told(done.value)) });
              void unused.refetch();
            });
          }}
        >
          <p>{t('unused.found', told(unused.data))}</p>
          <p>{t('unused.forGood')}</p>
        </AlertDialog>
      ) : null}
    </section>
  );
}
