import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useContract } from '../../lib/queries';
import { useSettings } from '../../lib/settings';
import { Button, Checkbox, DataTable, Dialog, ErrorNote, TextField, toast } from '../../ui';
import { attempt } from './actions';
import styles from './batch-dialog.module.css';

/** The pattern of citation keys with what it gives, and keys for the papers that have none. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['items', 'common', 'library']);
  const stored = useSettings().citationKeyPattern;
  const [typed, setTyped] = useState<string>();
  const [replace, setReplace] = useState(false);
  const pattern = typed ?? stored;
  const preview = useContract(
    'library.previewKeys',
    { pattern },
    { tables: ['item'], keepPrevious: true, enabled: pattern.trim() !== '' },
  );
  const isUsable = pattern.trim() !== '' && !preview.isError;
  const make = async (): Promise<void> => {
    if (pattern !== stored && (await attempt('settings.set', { citationKeyPattern: pattern })) === undefined)
      return;
    const done = await attempt('library.makeKeys', { replace });
    if (done === undefined) return;
    toast({ text: t('items:key.made', { count: done.changed }) });
    onClose();
  };
  return (
    <Dialog
      title={t('items:key.title')}
      isOpen
      onOpenChange={onClose}
      size="wide"
      footer={
        <>
          <Button onPress={onClose}>{t('common:action.cancel')}</Button>
          <Button variant="primary" isDisabled={!isUsable} onPress={() => void make()}>
            {t('items:key.makeMissing')}
          </Button>
        </>
      }
    >
      <div className={styles['single']}>
        <TextField
          label={t('items:key.pattern')}
          hint={t('items:key.patternHint')}
          value={pattern}
          onChange={setTyped}
        />
        <p className={styles['quiet']}>{t('items:key.words')}</p>
        {preview.isError ? <ErrorNote failure={preview.error.failure} /> : null}
        {preview.data === undefined || preview.data.examples.length === 0 ? null : (
          <DataTable
            caption={t('items:key.examples')}
            rows={preview.data.examples}
            rowKey={(example, index) => `${String(index)} ${example.key}`}
            columns={[
              { id: 'key', header: t('items:key.label'), isRowHeader: true, cell: ({ key }) => key },
              { id: 'title', header: t('items:field.title'), cell: ({ title }) => title },
            ]}
          />
        )}
        {preview.data === undefined ? null : (
          <p role="status">{t('items:key.without', { count: preview.data.without })}</p>
        )}
        <Checkbox isSelected={replace} onChange={setReplace} description={t('items:key.keptNote')}>
          {t('items:key.replace')}
        </Checkbox>
      </div>
    </Dialog>
  );
}
