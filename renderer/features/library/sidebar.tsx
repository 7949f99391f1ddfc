import { Clock, Inbox, LibraryBig, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Collection } from '@shared/ipc/contract/collections';
import { useFormats } from '../../lib/format';
import { useContract } from '../../lib/queries';
import { Slot } from '../../lib/slots';
import { ChipToggle, IconButton, SideEntry, SideGroup, SideList } from '../../ui';
import { attempt } from './actions';
import { CollectionDialog, MoveCollectionDialog, type CollectionTask } from './collection-dialogs';
import { CollectionTree } from './collection-tree';
import { SavedSearches } from './searching/saved-searches';
import { useLibrary } from './state';
import styles from './sidebar.module.css';

const standing = [
  { kind: 'all', icon: LibraryBig },
  { kind: 'recent', icon: Clock },
  { kind: 'unfiled', icon: Inbox },
  { kind: 'trash', icon: Trash2 },
] as const;

/** Left column: standing lists, collections, tags. */
export function Sidebar() {
  const { t } = useTranslation('library');
  const { number } = useFormats();
  const { scope, tagIds } = useLibrary((state) => state.view);
  const show = useLibrary((state) => state.show);
  const toggleTag = useLibrary((state) => state.toggleTag);
  const openDialog = useLibrary((state) => state.openDialog);
  const dialog = useLibrary((state) => state.dialog);
  const counts = useContract('library.counts', {}, { tables: ['item', 'collection_item'] }).data;
  const collections =
    useContract('collections.list', {}, { tables: ['collection', 'collection_item', 'item'] }).data ?? [];
  const tags = useContract('tags.list', {}, { tables: ['tag', 'item_tag', 'item'] }).data ?? [];
  const [task, setTask] = useState<CollectionTask | null>(null);
  const creating: CollectionTask | null =
    dialog === 'new-collection' ? { kind: 'create', parent: null } : null;
  const current = task ?? creating;
  const close = (): void => {
    setTask(null);
    if (dialog === 'new-collection') openDialog(null);
  };
  const act = (action: 'create' | 'rename' | 'move' | 'remove', collection: Collection): void => {
    if (action === 'create') setTask({ kind: 'create', parent: collection });
    else if (action === 'remove') {
      if (scope.kind === 'collection') show({ kind: 'all' });
      void attempt('collections.remove', { collectionId: collection.id });
    } else setTask({ kind: action, collection });
  };
  return (
    <>
      <SideGroup>
        <SideList>
          {standing.map(({ kind, icon }) => (
            <SideEntry
              key={kind}
              label={t(`scope.${kind}`)}
              icon={icon}
              count={counts ? number(counts[kind]) : ''}
              isCurrent={scope.kind === kind}
              onPress={() => {
                show({ kind });
              }}
            />
          ))}
          <Slot name="library.side.duplicates" props={{}} />
          <Slot name="library.side.checks" props={{}} />
          <Slot name="library.side.online" props={{}} />
        </SideList>
      </SideGroup>
      <SavedSearches />
      <Slot name="library.side.searches" props={{}} />
      <SideGroup
        title={t('collections.title')}
        actions={
          <IconButton
            icon={Plus}
            size="small"
            label={t('collections.create')}
            onPress={() => {
              setTask({ kind: 'create', parent: null });
            }}
          />
        }
      >
        {collections.length === 0 ? (
          <p className={styles['hint']}>{t('collections.none')}</p>
        ) : (
          <CollectionTree collections={collections} onAction={act} />
        )}
      </SideGroup>
      <SideGroup
        title={t('tags.title')}
        actions={
          <IconButton
            icon={Pencil}
            size="small"
            label={t('tags.edit')}
            onPress={() => {
              openDialog('edit-tags');
            }}
          />
        }
      >
        {tags.length === 0 ? <p className={styles['hint']}>{t('tags.none')}</p> : null}
        <div className={styles['tags']}>
          {tags.map((tag) => (
            <ChipToggle
              key={tag.id}
              isSelected={tagIds.includes(tag.id)}
              onChange={() => {
                toggleTag(tag.id);
              }}
              color={tag.color ?? undefined}
              label={t('tags.filterBy', { name: tag.name })}
            >
              {tag.name}
            </ChipToggle>
          ))}
        </div>
      </SideGroup>
      {current === null ? null : current.kind === 'move' ? (
        <MoveCollectionDialog collection={current.collection} all={collections} onClose={close} />
      ) : (
        <CollectionDialog task={current} onClose={close} />
      )}
    </>
  );
}
