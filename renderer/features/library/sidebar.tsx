import { Clock, Inbox, LibraryBig, Plus, Trash2 } from 'lucide-react';
import { memo, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Collection } from '@shared/ipc/contract/collections';
import { useFormats } from '../../lib/format';
import { useContract } from '../../lib/queries';
import { Slot } from '../../lib/slots';
import { IconButton, SideEntry, SideGroup, SideList } from '../../ui';
import { removeCollection } from './actions';
import { CollectionDialog, MoveCollectionDialog, type CollectionTask } from './collection-dialogs';
import { CollectionTree } from './collection-tree';
import { SavedSearches } from './searching/saved-searches';
import { useLibrary } from './state';
import { TagFilter } from './tags/tag-filter';
import styles from './sidebar.module.css';

const standing = [
  { kind: 'all', icon: LibraryBig },
  { kind: 'recent', icon: Clock },
  { kind: 'unfiled', icon: Inbox },
  { kind: 'trash', icon: Trash2 },
] as const;

/** Left column: standing lists, saved searches, collections, tags. Each part is drawn on its own. */
export const Sidebar = memo(function Sidebar() {
  return (
    <>
      <StandingLists />
      <SavedSearches />
      <Slot name="library.side.searches" props={{}} />
      <Collections />
      <TagFilter />
    </>
  );
});

const StandingLists = memo(function StandingLists() {
  const { t } = useTranslation('library');
  const { number } = useFormats();
  const current = useLibrary((state) => state.view.scope.kind);
  const show = useLibrary((state) => state.show);
  const counts = useContract('library.counts', {}, { tables: ['item', 'collection_item'] }).data;
  return (
    <SideGroup>
      <SideList>
        {standing.map(({ kind, icon }) => (
          <SideEntry
            key={kind}
            label={t(`scope.${kind}`)}
            icon={icon}
            count={counts ? number(counts[kind]) : ''}
            isCurrent={current === kind}
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
  );
});

const NONE: readonly Collection[] = [];

const Collections = memo(function Collections() {
  const { t } = useTranslation('library');
  const openDialog = useLibrary((state) => state.openDialog);
  const isCreating = useLibrary((state) => state.dialog === 'new-collection');
  const collections =
    useContract('collections.list', {}, { tables: ['collection', 'collection_item', 'item'] }).data ?? NONE;
  const [task, setTask] = useState<CollectionTask | null>(null);
  const current = task ?? (isCreating ? ({ kind: 'create', parent: null } as const) : null);
  const close = (): void => {
    setTask(null);
    if (isCreating) openDialog(null);
  };
  const act = useCallback((action: 'create' | 'rename' | 'move' | 'remove', collection: Collection): void => {
    if (action === 'create') setTask({ kind: 'create', parent: collection });
    else if (action === 'remove') {
      const { view, show } = useLibrary.getState();
      if (view.scope.kind === 'collection') show({ kind: 'all' });
      void removeCollection(collection);
    } else setTask({ kind: action, collection });
  }, []);
  return (
    <>
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
      {current === null ? null : current.kind === 'move' ? (
        <MoveCollectionDialog collection={current.collection} all={collections} onClose={close} />
      ) : (
        <CollectionDialog task={current} onClose={close} />
      )}
    </>
  );
});
