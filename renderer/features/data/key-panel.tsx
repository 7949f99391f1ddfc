import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '@shared/ipc/contract';
import type { Failure } from '@shared/lib/result';
import { useContractMutation } from '../../lib/queries';
import { AlertDialog, Button, DataTable, ErrorNote, TextField, toast } from '../../ui';
import styles from './data.module.css';

type Entry = CallOutput<'data.openKey'>[number];

export interface KeyPanelProps {
  readonly projectId: string;
  readonly isKept: boolean;
}

/** Names behind pseudonyms, for as long as this panel shows them. They are kept in no cache. */
export function KeyPanel({ projectId, isKept }: KeyPanelProps) {
  const { t } = useTranslation('data');
  const [gone, setGone] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [entries, setEntries] = useState<readonly Entry[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [destroying, setDestroying] = useState(false);
  const openKey = useContractMutation('data.openKey', { quiet: true });
  const destroyKey = useContractMutation('data.destroyKey');
  if (!isKept || gone) return <p className={styles['words']}>{t('key.none')}</p>;
  const open = async (): Promise<void> => {
    const result = await openKey.run({ projectId, passphrase });
    setPassphrase('');
    setFailure(result.ok ? null : result.error);
    setEntries(result.ok ? result.value : null);
  };
  const destroy = async (): Promise<void> => {
    const result = await destroyKey.run({ projectId });
    if (!result.ok) return;
    setEntries(null);
    setGone(true);
    toast({ text: t('key.destroyed') });
  };
  return (
    <div className={styles['fields']}>
      <p className={styles['words']}>{t('key.text')}</p>
      {entries === null ? (
        <form
          className={styles['fields']}
          onSubmit={(event) => {
            event.preventDefault();
            void open();
          }}
        >
          <TextField
            label={t('key.passphrase')}
            type="password"
            autoComplete="current-password"
            value={passphrase}
            onChange={setPassphrase}
          />
          {failure ? <ErrorNote failure={failure} /> : null}
          <div className={styles['row']}>
            <Button type="submit" icon={KeyRound} isDisabled={passphrase === '' || openKey.isPending}>
              {t('key.open')}
            </Button>
            <Button
              variant="quiet"
              onPress={() => {
                setDestroying(true);
              }}
            >
              {t('key.destroy')}
            </Button>
          </div>
        </form>
      ) : (
        <>
          <DataTable
            caption={t('key.caption')}
            hideCaption
            columns={[
              {
                id: 'pseudonym',
                header: t('rows.pseudonym'),
                cell: (one: Entry) => one.pseudonym,
                isRowHeader: true,
              },
              { id: 'identifier', header: t('key.identifier'), cell: (one) => one.identifier },
            ]}
            rows={entries}
            rowKey={(one) => one.pseudonym}
          />
          <div>
            <Button
              onPress={() => {
                setEntries(null);
              }}
            >
              {t('key.close')}
            </Button>
          </div>
        </>
      )}
      <AlertDialog
        title={t('key.destroyTitle')}
        isOpen={destroying}
        onOpenChange={setDestroying}
        confirmLabel={t('key.destroy')}
        onConfirm={() => void destroy()}
      >
        {t('key.destroyText')}
      </AlertDialog>
    </div>
  );
}
