import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changesRecord, type BatchOperation } from '@shared/domain/library/batch';
import { call } from '../../lib/client';
import { useFormats } from '../../lib/format';
import { useContract } from '../../lib/queries';
import { wordsIfAny } from '../../lib/words';
import { Button, Dialog, ErrorNote, failureWords, Note, toast } from '../../ui';
import { attempt } from './actions';
import { BatchFields } from './batch-fields';
import { emptyDraft, operationOf } from './batch-model';
import { selectedIds } from './state';
import styles from './batch-dialog.module.css';

/** One change for all chosen papers, with a look at what it would do. */
export function BatchDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, i18n } = useTranslation(['items', 'common']);
  const { number } = useFormats();
  const [itemIds] = useState(() => [...selectedIds()]);
  const [draft, setDraft] = useState(emptyDraft);
  const [isWorking, setWorking] = useState(false);
  const [error, setError] = useState<string>();
  const operation = operationOf(draft);
  const count = itemIds.length;
  const apply = async (): Promise<void> => {
    if (operation === undefined) return;
    setWorking(true);
    const done = await call('library.batch', { itemIds, operations: [operation] });
    setWorking(false);
    if (!done.ok) {
      setError(failureWords(i18n, done.error));
      return;
    }
    const { changed } = done.value;
    toast({
      text: t('items:batch.done', { count: changed, formatted: number(changed) }),
      ...(changed > 0
        ? { action: { label: t('common:action.undo'), run: () => void attempt('history.undo', {}) } }
        : {}),
    });
    onClose();
  };
  return (
    <Dialog
      title={t('items:batch.title', { count, formatted: number(count) })}
      isOpen
      onOpenChange={onClose}
      isDismissable={!isWorking}
      size="wide"
      footer={
        <>
          <Button onPress={onClose}>{t('common:action.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={operation === undefined || isWorking}
            onPress={() => void apply()}
          >
            {isWorking ? t('items:batch.working') : t('items:batch.apply')}
          </Button>
        </>
      }
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void apply();
        }}
      >
        <BatchFields
          draft={draft}
          onChange={(next) => {
            setError(undefined);
            setDraft(next);
          }}
        />
        {/* Enter in a field does what the button does. */}
        <input type="submit" hidden />
      </form>
      {error === undefined ? null : <Note tone="warn">{error}</Note>}
      {operation !== undefined && changesRecord(operation) ? (
        <Preview itemIds={itemIds} operation={operation} />
      ) : null}
      <p className={styles['quiet']}>{t('items:batch.undo')}</p>
    </Dialog>
  );
}

interface PreviewProps {
  readonly itemIds: readonly string[];
  readonly operation: BatchOperation;
}

function Preview({ itemIds, operation }: PreviewProps) {
  const { t, i18n } = useTranslation('items');
  const { number } = useFormats();
  const asked = useDeferredValue(operation);
  const preview = useContract(
    'library.previewBatch',
    { itemIds: [...itemIds], operations: [asked] },
    { tables: ['item'], keepPrevious: true },
  );
  if (preview.isError) return <ErrorNote failure={preview.error.failure} />;
  if (preview.data === undefined) return null;
  const { changed, samples } = preview.data;
  const cut = (text: string): string =>
    text === '' ? t('batch.empty') : text.length > 120 ? `${text.slice(0, 120)}…` : text;
  return (
    <section className={styles['preview']} aria-label={t('batch.preview')}>
      <p role="status">
        {changed === 0
          ? t('batch.nothing')
          : t('batch.affects', { count: changed, formatted: number(changed) })}
      </p>
      {samples.map((sample) => (
        <div key={sample.itemId} className={styles['sample']}>
          <span className={styles['sampleTitle']}>{sample.title}</span>
          {sample.changes.map(({ field, before, after }) => (
            <p key={field} className={styles['quiet']}>
              {wordsIfAny(i18n, `items:field.${field}`) ??
                wordsIfAny(i18n, `items:role.${field}`) ??
                t('panel.type')}
              {': '}
              <del aria-label={t('batch.before')}>{cut(before)}</del> →{' '}
              <ins aria-label={t('batch.after')}>{cut(after)}</ins>
            </p>
          ))}
        </div>
      ))}
    </section>
  );
}
