import i18next from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../lib/format';
import { useContract } from '../../../lib/queries';
import { Button, Dialog, TextField, toast } from '../../../ui';
import { attempt } from '../actions';
import { useLibrary, type SearchTask } from '../state';
import { ConditionGroupEditor } from './condition-editor';
import styles from './search-dialog.module.css';

export interface SearchDialogProps {
  readonly task: SearchTask;
  readonly onClose: () => void;
}

/** Builds a saved search: a name, and groups of conditions inside one another; says how many papers it finds. */
export function SearchDialog({ task, onClose }: SearchDialogProps) {
  const { t } = useTranslation(['searches', 'common']);
  const start = task.kind === 'edit' ? task.search : task;
  const [name, setName] = useState(start.name);
  const [condition, setCondition] = useState(start.condition);
  const [isTried, setTried] = useState(false);
  const preview = useContract(
    'searches.preview',
    { condition },
    { keepPrevious: true, tables: ['item', 'tag', 'item_tag', 'collection_item'] },
  ).data;
  const isEmpty = preview?.total === null;
  const save = async (): Promise<void> => {
    setTried(true);
    if (name.trim() === '' || isEmpty) return;
    if (task.kind === 'edit') {
      if (await attempt('searches.update', { searchId: task.search.id, name, condition })) onClose();
      return;
    }
    const made = await attempt('searches.create', { name, condition });
    if (!made) return;
    onClose();
    useLibrary.getState().show({ kind: 'search', searchId: made.searchId });
    toast({ text: i18next.t('searches:saved', { name: name.trim() }) });
  };
  return (
    <Dialog
      title={task.kind === 'edit' ? t('edit') : t('new')}
      size="wide"
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          <Finds total={preview?.total} isTried={isTried} />
          <Button onPress={onClose}>{t('common:action.cancel')}</Button>
          <Button variant="primary" onPress={() => void save()}>
            {t('common:action.save')}
          </Button>
        </>
      }
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={t('name')}
          value={name}
          onChange={setName}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- a dialog that was asked for: the first thing to write
          autoFocus
          error={isTried && name.trim() === '' ? t('nameNeeded') : undefined}
        />
        <ConditionGroupEditor group={condition} depth={1} onChange={setCondition} />
        <button type="submit" hidden tabIndex={-1} aria-hidden="true" />
      </form>
    </Dialog>
  );
}

interface FindsProps {
  readonly total: number | null | undefined;
  readonly isTried: boolean;
}

function Finds({ total, isTried }: FindsProps) {
  const { t } = useTranslation('searches');
  const { number } = useFormats();
  const words =
    total === undefined
      ? ''
      : total === null
        ? isTried
          ? t('nothingYet')
          : t('incomplete')
        : total === 0
          ? t('findsNothing')
          : t('finds', { count: total, formatted: number(total) });
  return (
    <span className={styles['finds']} role="status">
      {words}
    </span>
  );
}
