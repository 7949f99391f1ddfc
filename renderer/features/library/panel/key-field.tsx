import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemDetail } from '@shared/ipc/contract/library';
import { call } from '../../../lib/client';
import { useContract } from '../../../lib/queries';
import { AlertDialog, failureWords, TextField } from '../../../ui';

/**
 * The citation key. It is saved on leaving the field, not while typing: half a key must not be fixed. Before a key that was
 * given out changes, the person is asked and told where it is cited.
 */
export function KeyField({ paper }: { readonly paper: ItemDetail }) {
  const { t, i18n } = useTranslation(['items', 'common']);
  const stored = paper.citationKey ?? '';
  const [typed, setTyped] = useState<string>();
  const [error, setError] = useState<string>();
  const [asked, setAsked] = useState<string>();
  const save = async (key: string, evenIfFixed: boolean): Promise<void> => {
    const done = await call('library.setKey', { itemId: paper.id, key, evenIfFixed });
    if (done.ok) {
      setError(undefined);
      setTyped(undefined);
    } else if (done.error.code === 'library.key-fixed') setAsked(key);
    else setError(failureWords(i18n, done.error));
  };
  const leave = (): void => {
    if (typed === undefined || asked !== undefined) return;
    if (typed.trim() === stored) setTyped(undefined);
    else void save(typed.trim(), false);
  };
  return (
    <>
      <TextField
        density="compact"
        label={t('items:key.label')}
        placeholder={t('items:key.none')}
        hint={paper.isKeyPinned ? t('items:key.pinned') : undefined}
        error={error}
        value={typed ?? stored}
        onChange={setTyped}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter') leave();
        }}
      />
      {asked === undefined ? null : (
        <AskChange
          paper={paper}
          to={asked}
          onConfirm={() => void save(asked, true)}
          onClose={() => {
            setAsked(undefined);
            setTyped(undefined);
          }}
        />
      )}
    </>
  );
}

interface AskChangeProps {
  readonly paper: ItemDetail;
  readonly to: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

function AskChange({ paper, to, onConfirm, onClose }: AskChangeProps) {
  const { t } = useTranslation('items');
  const uses = useContract('library.keyUses', { itemId: paper.id }, { tables: ['report', 'report_section'] });
  const reports = uses.data?.reports ?? [];
  const from = paper.citationKey ?? '';
  return (
    <AlertDialog
      title={to === '' ? t('key.askRemove', { from }) : t('key.ask', { from, to })}
      isOpen
      onOpenChange={onClose}
      confirmLabel={to === '' ? t('key.remove') : t('key.change')}
      onConfirm={onConfirm}
    >
      <p>{t('key.askText')}</p>
      {reports.length === 0 ? (
        <p>{t('key.citedNowhere')}</p>
      ) : (
        <>
          <p>{t('key.citedIn', { count: reports.length })}</p>
          <ul>
            {reports.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </>
      )}
    </AlertDialog>
  );
}
