import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Collection } from '@shared/ipc/contract/collections';
import { useContract } from '../../lib/queries';
import { Button, Dialog, EmptyState, Select, TextField } from '../../ui';
import { addToCollection, attempt } from './actions';
import { selectedIds, useLibrary } from './state';

/** What the dialog is to do with a collection. */
export type CollectionTask =
  | { readonly kind: 'create'; readonly parent: Collection | null }
  | { readonly kind: 'rename' | 'move'; readonly collection: Collection };

export interface CollectionDialogProps {
  readonly task: CollectionTask;
  readonly onClose: () => void;
}

/** Asks for the name of a new or renamed collection. */
export function CollectionDialog({ task, onClose }: CollectionDialogProps) {
  const { t } = useTranslation(['library', 'common']);
  const [name, setName] = useState(task.kind === 'create' ? '' : task.collection.name);
  const [error, setError] = useState<string>();
  const save = async (): Promise<void> => {
    if (name.trim() === '') {
      setError(t('collections.nameNeeded'));
      return;
    }
    const done =
      task.kind === 'create'
        ? await attempt('collections.create', { name, parentId: task.parent?.id ?? null })
        : await attempt('collections.rename', { collectionId: task.collection.id, name });
    if (done) onClose();
  };
  const label = task.kind === 'create' ? t('common:action.create') : t('common:action.rename');
  return (
    <Dialog
      title={
        task.kind === 'create'
          ? task.parent === null
            ? t('collections.create')
            : `${t('collections.createIn')} “${task.parent.name}”`
          : t('collections.rename')
      }
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:action.cancel')}</Button>
          <Button variant="primary" onPress={() => void save()}>
            {label}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the dialog was just opened for this field
          autoFocus
          label={t('collections.name')}
          hint={t('collections.nameHint')}
          value={name}
          onChange={(value) => {
            setName(value);
            setError(undefined);
          }}
          error={error}
        />
      </form>
    </Dialog>
  );
}

/** Depth-first list of collections with their depth, leaving one subtree out. */
function flatten(
  all: readonly Collection[],
  without?: string,
  parentId: string | null = null,
  depth = 0,
): readonly { readonly collection: Collection; readonly depth: number }[] {
  return all
    .filter((entry) => entry.parentId === parentId && entry.id !== without)
    .flatMap((collection) => [{ collection, depth }, ...flatten(all, without, collection.id, depth + 1)]);
}

function choicesOf(all: readonly Collection[], without?: string) {
  return flatten(all, without).map(({ collection, depth }) => ({
    id: collection.id,
    label: `${'\u2003'.repeat(depth)}${collection.name}`,
  }));
}

export interface MoveCollectionDialogProps {
  readonly collection: Collection;
  readonly all: readonly Collection[];
  readonly onClose: () => void;
}

/** Puts a collection under another one: the way without a mouse. */
export function MoveCollectionDialog({ collection, all, onClose }: MoveCollectionDialogProps) {
  const { t } = useTranslation(['library', 'common']);
  const [parentId, setParentId] = useState(collection.parentId ?? 'top');
  return (
    <Dialog
      title={t('collections.moveTitle', { name: collection.name })}
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:action.cancel')}</Button>
          <Button
            variant="primary"
            onPress={() => {
              void attempt('collections.move', {
                collectionId: collection.id,
                parentId: parentId === 'top' ? null : parentId,
              }).then((done) => {
                if (done) onClose();
              });
            }}
          >
            {t('common:action.done')}
          </Button>
        </>
      }
    >
      <Select
        label={t('collections.under')}
        choices={[{ id: 'top', label: t('collections.top') }, ...choicesOf(all, collection.id)]}
        value={parentId}
        onChange={setParentId}
      />
    </Dialog>
  );
}

/** Files the chosen papers: the way without a mouse. */
export function AddToCollectionDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['library', 'common']);
  const openDialog = useLibrary((state) => state.openDialog);
  const all =
    useContract('collections.list', {}, { tables: ['collection', 'collection_item', 'item'] }).data ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const [itemIds] = useState(() => [...selectedIds()]);
  const choices = choicesOf(all);
  const collection = all.find(({ id }) => id === (chosen ?? choices[0]?.id));
  return (
    <Dialog
      title={t('collections.addTitle', { count: itemIds.length })}
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          <Button
            onPress={() => {
              openDialog('new-collection');
            }}
          >
            {t('collections.create')}
          </Button>
          <Button
            variant="primary"
            isDisabled={!collection}
            onPress={() => {
              if (collection) void addToCollection(collection, itemIds);
              onClose();
            }}
          >
            {t('common:action.add')}
          </Button>
        </>
      }
    >
      {all.length === 0 ? (
        <EmptyState compact title={t('empty.collection.title')}>
          {t('collections.none')}
        </EmptyState>
      ) : (
        <Select
          label={t('collections.choose')}
          choices={choices}
          value={collection?.id ?? null}
          onChange={setChosen}
        />
      )}
    </Dialog>
  );
}
