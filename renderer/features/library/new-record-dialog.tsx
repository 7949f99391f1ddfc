import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/navigation';
import { Button, Dialog, TextField } from '../../ui';
import { attempt } from './actions';
import { useLibrary } from './state';

/** A record without a file: the title now, the rest in the details. */
export function NewRecordDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['library', 'common']);
  const go = useGo();
  const { scope } = useLibrary((state) => state.view);
  const [title, setTitle] = useState('');
  const [error, setError] = useState<string>();
  const create = async (): Promise<void> => {
    if (title.trim() === '') {
      setError(t('record.titleNeeded'));
      return;
    }
    const done = await attempt('library.create', {
      csl: { type: 'article-journal', title: title.trim() },
      ...(scope.kind === 'collection' ? { collectionId: scope.collectionId } : {}),
    });
    if (!done) return;
    onClose();
    go(`/library/${done.itemId}`);
  };
  return (
    <Dialog
      title={t('record.title')}
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:action.cancel')}</Button>
          <Button variant="primary" onPress={() => void create()}>
            {t('record.create')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <TextField
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the dialog was just opened for this field
          autoFocus
          label={t('details.field.title')}
          hint={t('record.text')}
          value={title}
          onChange={(value) => {
            setTitle(value);
            setError(undefined);
          }}
          error={error}
        />
      </form>
    </Dialog>
  );
}
