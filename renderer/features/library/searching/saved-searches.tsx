import { ArrowDown, ArrowUp, Ellipsis, Pencil, Plus, Search, Trash2 } from 'lucide-react';
import i18next from 'i18next';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedSearch } from '@shared/ipc/contract/searches';
import { useFormats } from '../../../lib/format';
import { useContract } from '../../../lib/queries';
import { IconButton, Menu, SideEntry, SideGroup, toast, type MenuEntry } from '../../../ui';
import { attempt } from '../actions';
import styles from '../sidebar.module.css';
import { useLibrary } from '../state';

/** Tables that decide which papers a search finds. */
const TABLES = [
  'saved_search',
  'item',
  'item_tag',
  'tag',
  'collection',
  'collection_item',
  'note',
  'annotation',
  'attachment',
];

/** Saved searches of the left column, in the person's order. */
export const SavedSearches = memo(function SavedSearches() {
  const { t } = useTranslation('searches');
  const { number } = useFormats();
  const current = useLibrary(({ view: { scope } }) => (scope.kind === 'search' ? scope.searchId : undefined));
  const show = useLibrary((state) => state.show);
  const openSearch = useLibrary((state) => state.openSearch);
  const searches = useContract('searches.list', {}, { tables: ['saved_search'] }).data ?? [];
  const counts = useContract('searches.counts', {}, { tables: TABLES, keepPrevious: true }).data;
  return (
    <SideGroup
      title={t('title')}
      actions={
        <IconButton
          icon={Plus}
          size="small"
          label={t('new')}
          onPress={() => {
            openSearch({
              kind: 'create',
              name: '',
              condition: {
                kind: 'group',
                match: 'all',
                conditions: [{ kind: 'rule', field: 'anywhere', operator: 'contains', value: '' }],
              },
            });
          }}
        />
      }
    >
      {searches.length === 0 ? <p className={styles['hint']}>{t('none')}</p> : null}
      <ul className={styles['searches']}>
        {searches.map((search, index) => {
          const count = counts?.[search.id];
          return (
            <SideEntry
              key={search.id}
              label={search.name}
              icon={Search}
              count={count === undefined ? '' : number(count)}
              isCurrent={current === search.id}
              onPress={() => {
                show({ kind: 'search', searchId: search.id });
              }}
              action={
                <Menu
                  label={t('menu', { name: search.name })}
                  trigger={
                    <IconButton icon={Ellipsis} size="small" label={t('menu', { name: search.name })} />
                  }
                  entries={entriesFor(search, index, searches)}
                />
              }
            />
          );
        })}
      </ul>
    </SideGroup>
  );
});

function entriesFor(search: SavedSearch, index: number, all: readonly SavedSearch[]): readonly MenuEntry[] {
  const moveTo = (beforeId: string | null) => () =>
    void attempt('searches.move', { searchId: search.id, beforeId });
  return [
    {
      id: 'edit',
      label: i18next.t('searches:edit'),
      icon: Pencil,
      onAction: () => {
        useLibrary.getState().openSearch({ kind: 'edit', search });
      },
    },
    {
      id: 'up',
      label: i18next.t('searches:up'),
      icon: ArrowUp,
      isDisabled: index === 0,
      onAction: moveTo(all[index - 1]?.id ?? null),
    },
    {
      id: 'down',
      label: i18next.t('searches:down'),
      icon: ArrowDown,
      isDisabled: index === all.length - 1,
      onAction: moveTo(all[index + 2]?.id ?? null),
    },
    'separator',
    {
      id: 'remove',
      label: i18next.t('searches:remove'),
      icon: Trash2,
      tone: 'danger',
      onAction: () => void removeSearch(search),
    },
  ];
}

async function removeSearch(search: SavedSearch): Promise<void> {
  const { view, show } = useLibrary.getState();
  if (view.scope.kind === 'search' && view.scope.searchId === search.id) show({ kind: 'all' });
  const done = await attempt('searches.remove', { searchId: search.id });
  if (done)
    toast({
      text: i18next.t('searches:removed', { name: search.name }),
      action: {
        label: i18next.t('common:action.undo'),
        run: () => void attempt('history.undo', {}),
      },
    });
}
