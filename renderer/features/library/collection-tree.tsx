import { ChevronRight, Ellipsis, Folder } from 'lucide-react';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton, Tree, TreeItem, TreeItemContent, useDragAndDrop } from 'react-aria-components';
import type { Collection } from '@shared/ipc/contract/collections';
import { useFormats } from '../../lib/format';
import { useContractMutation } from '../../lib/queries';
import { Icon, IconButton, Menu } from '../../ui';
import { addToCollection } from './actions';
import { PAPERS_TYPE } from './paper-table';
import { useLibrary } from './state';
import styles from './sidebar.module.css';

const COLLECTION_TYPE = 'application/x-inquiry-collection';

export interface CollectionTreeProps {
  readonly collections: readonly Collection[];
  readonly onAction: (action: 'create' | 'rename' | 'move' | 'remove', collection: Collection) => void;
}

/** Collections as a tree: arrow keys, rename, nesting by drag or by "Move to"; papers can be dropped on it. */
export function CollectionTree({ collections, onAction }: CollectionTreeProps) {
  const { t } = useTranslation('library');
  const chosen = useLibrary(({ view: { scope } }) =>
    scope.kind === 'collection' ? scope.collectionId : undefined,
  );
  const show = useLibrary((state) => state.show);
  const { run: move } = useContractMutation('collections.move');
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const expanded = useMemo(
    () => collections.filter(({ id }) => !folded.has(id)).map(({ id }) => id),
    [collections, folded],
  );

  // The same elements while the collections stay: choosing one does not build the whole tree again.
  const nodes = useMemo(
    () =>
      collections
        .filter(({ parentId }) => parentId === null)
        .map((collection) => (
          <CollectionNode key={collection.id} collection={collection} all={collections} onAction={onAction} />
        )),
    [collections, onAction],
  );

  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => ({
        [COLLECTION_TYPE]: String(key),
        'text/plain': collections.find(({ id }) => id === key)?.name ?? '',
      })),
    acceptedDragTypes: [COLLECTION_TYPE, PAPERS_TYPE],
    getDropOperation: (target, types) => {
      if (types.has(PAPERS_TYPE))
        return target.type === 'item' && target.dropPosition === 'on' ? 'copy' : 'cancel';
      return types.has(COLLECTION_TYPE) ? 'move' : 'cancel';
    },
    onItemDrop: ({ target, items }) => {
      void (async () => {
        for (const item of items) {
          if (item.kind !== 'text' || !item.types.has(PAPERS_TYPE)) continue;
          const ids: unknown = JSON.parse(await item.getText(PAPERS_TYPE));
          const collection = collections.find(({ id }) => id === target.key);
          if (collection && Array.isArray(ids)) await addToCollection(collection, ids.map(String));
        }
      })();
    },
    onMove: ({ keys, target }) => {
      const [moving] = keys;
      const goal = collections.find(({ id }) => id === target.key);
      if (moving === undefined || !goal) return;
      if (target.dropPosition === 'on') {
        void move({ collectionId: String(moving), parentId: goal.id });
        return;
      }
      const siblings = collections.filter(({ parentId, id }) => parentId === goal.parentId && id !== moving);
      const at = siblings.findIndex(({ id }) => id === goal.id) + (target.dropPosition === 'after' ? 1 : 0);
      void move({
        collectionId: String(moving),
        parentId: goal.parentId,
        beforeId: siblings[at]?.id ?? null,
      });
    },
  });

  // Delete would otherwise put the chosen papers into the trash, which is not what has the focus.
  const onKeyDown = (event: KeyboardEvent): void => {
    const action = event.key === 'F2' ? 'rename' : event.key === 'Delete' ? 'remove' : null;
    const row = event.target instanceof Element ? event.target.closest('[data-key]') : null;
    const collection = collections.find(({ id }) => id === row?.getAttribute('data-key'));
    if (action === null || collection === undefined || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    onAction(action, collection);
  };

  return (
    // The tree has the focus and the roles; these keys are two more of it.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- see above
    <div onKeyDown={onKeyDown}>
      <Tree
        aria-label={t('collections.tree')}
        className={styles['tree'] ?? ''}
        selectionMode="single"
        escapeKeyBehavior="none"
        // Not "replace": the list would change as soon as Tab passes through here. Enter and Space choose.
        selectionBehavior="toggle"
        disallowEmptySelection
        selectedKeys={chosen === undefined ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (key !== undefined) show({ kind: 'collection', collectionId: String(key) });
        }}
        expandedKeys={expanded}
        onExpandedChange={(keys) => {
          setFolded(new Set(collections.filter(({ id }) => !keys.has(id)).map(({ id }) => id)));
        }}
        dragAndDropHooks={dragAndDropHooks}
      >
        {nodes}
      </Tree>
    </div>
  );
}

interface CollectionNodeProps {
  readonly collection: Collection;
  readonly all: readonly Collection[];
  readonly onAction: CollectionTreeProps['onAction'];
}

function CollectionNode({ collection, all, onAction }: CollectionNodeProps) {
  const { t } = useTranslation('library');
  const { number } = useFormats();
  const below = all.filter(({ parentId }) => parentId === collection.id);
  const entry = (id: 'create' | 'rename' | 'move' | 'remove', label: string) => ({
    id,
    label,
    onAction: () => {
      onAction(id, collection);
    },
  });
  return (
    <TreeItem id={collection.id} textValue={collection.name} className={styles['node'] ?? ''}>
      <TreeItemContent>
        <div className={styles['line']}>
          <AriaButton
            slot="drag"
            aria-label={t('collections.drag', { name: collection.name })}
            className={styles['drag'] ?? ''}
          />
          {below.length > 0 ? (
            <AriaButton slot="chevron" className={styles['fold'] ?? ''}>
              <Icon icon={ChevronRight} size={14} />
            </AriaButton>
          ) : null}
          <Icon icon={Folder} size={18} />
          <span className={styles['name']}>{collection.name}</span>
          <span className={styles['more']}>
            <Menu
              label={t('collections.menu', { name: collection.name })}
              trigger={
                <IconButton
                  icon={Ellipsis}
                  size="small"
                  label={t('collections.menu', { name: collection.name })}
                />
              }
              entries={[
                entry('create', t('collections.createIn')),
                entry('rename', t('collections.rename')),
                entry('move', t('collections.move')),
                'separator',
                { ...entry('remove', t('collections.remove')), tone: 'danger' as const },
              ]}
            />
          </span>
          <span className={styles['count']}>{number(collection.count)}</span>
        </div>
      </TreeItemContent>
      {below.map((child) => (
        <CollectionNode key={child.id} collection={child} all={all} onAction={onAction} />
      ))}
    </TreeItem>
  );
}
