import { ChevronDown, FilePlus2, FolderPlus, ListChecks, Plus } from 'lucide-react';
import { memo, useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../lib/command';
import { useGo, type PlaceLocation } from '../../lib/navigation';
import { Slot, useHasSlot } from '../../lib/slots';
import { Button, EmptyState, ErrorNote, IconButton, Menu, Place, Skeleton, type MenuEntry } from '../../ui';
import { readerAddress } from './actions';
import { AddToCollectionDialog } from './collection-dialogs';
import { BatchDialog } from './batch-dialog';
import { FilterPopover } from './filter-popover';
import { KeysDialog } from './keys-dialog';
import { NewRecordDialog } from './new-record-dialog';
import { ManyPanel } from './panel/many-panel';
import { PaperPanel } from './panel/paper-panel';
import { PaperTable } from './paper-table';
import { SearchBar } from './searching/search-bar';
import { SearchDialog } from './searching/search-dialog';
import { SearchStrip } from './searching/search-strip';
import { SelectionMenu } from './selection-menu';
import { Sidebar } from './sidebar';
import { selectOnly, useLibrary } from './state';
import { TagPapersDialog } from './tag-dialogs';
import { TagManager } from './tag-manager';
import { TrashBar, type TrashTab } from './trash-bar';
import { DeleteChosenDialog } from './trash-dialogs';
import { TrashList } from './trash-list';
import { usePages } from './use-pages';
import styles from './view.module.css';

/** The library: lists at the left, papers in the middle, the chosen one at the right. */
export default function LibraryPlace({ segments }: PlaceLocation) {
  const { t } = useTranslation('library');
  const hasSearch = useHasSlot('library.search-results');
  useAddressedPaper(segments[0]);
  // Not the words themselves: typing draws the box and the hits, and nothing else.
  const isSearching =
    useLibrary(({ query, view }) => query.trim() !== '' && view.scope.kind !== 'query') && hasSearch;
  return (
    <>
      <Place
        title={t('title')}
        sideLabel={t('scope.list')}
        start={<SearchBar />}
        end={<BarActions />}
        side={<Sidebar />}
        panel={<PanelContent />}
        panelLabel={t('panel.label')}
      >
        <Slot name="library.import-status" props={{}} />
        <SearchStrip />
        {isSearching ? <Hits /> : <Papers />}
      </Place>
      <Dialogs />
    </>
  );
}

/** What the search box found, place by place. */
function Hits() {
  const query = useLibrary((state) => state.query);
  const setQuery = useLibrary((state) => state.setQuery);
  return (
    <Slot
      name="library.search-results"
      props={{
        query,
        onLeave: () => {
          setQuery('');
        },
      }}
    />
  );
}

/** An address with a paper chooses it; a chosen paper becomes the address, without steps for "back". */
function useAddressedPaper(itemId: string | undefined): void {
  const go = useGo();
  const setSelection = useLibrary((state) => state.setSelection);
  const activeId = useLibrary((state) => state.selection.activeId);
  const addressed = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (itemId === undefined || itemId === addressed.current) return;
    addressed.current = itemId;
    const { activeId: active, ids } = useLibrary.getState().selection;
    if (active !== itemId || ids.size !== 1) setSelection(selectOnly(itemId, null));
  }, [itemId, setSelection]);
  useEffect(() => {
    if (activeId === null || activeId === addressed.current) return;
    addressed.current = activeId;
    go(`/library/${activeId}`, { replace: true });
  }, [activeId, go]);
}

const BarActions = memo(function BarActions() {
  const { t } = useTranslation(['library', 'common']);
  const { run, commands } = useCommands();
  const openDialog = useLibrary((state) => state.openDialog);
  const can = (id: string): boolean => commands.some((command) => command.id === id);
  const more: readonly MenuEntry[] = [
    ...(can('import.addFolder')
      ? [
          {
            id: 'folder',
            label: t('bar.folder'),
            icon: FolderPlus,
            onAction: () => {
              run('import.addFolder');
            },
          },
        ]
      : []),
    ...(can('import.open')
      ? [
          {
            id: 'reports',
            label: t('bar.reports'),
            icon: ListChecks,
            onAction: () => {
              run('import.open');
            },
          },
        ]
      : []),
    {
      id: 'by-hand',
      label: t('bar.byHand'),
      icon: FilePlus2,
      onAction: () => {
        openDialog('new-record');
      },
    },
  ];
  return (
    <>
      <FilterPopover />
      <span className={styles['split']}>
        {can('import.addFiles') ? (
          <Button variant="primary" icon={Plus} onPress={() => void run('import.addFiles')}>
            {t('bar.add')}
          </Button>
        ) : null}
        <Menu
          label={t('bar.addMenu')}
          trigger={<IconButton icon={ChevronDown} variant="secondary" label={t('bar.addMenu')} />}
          entries={more}
        />
      </span>
    </>
  );
});

const Papers = memo(function Papers() {
  const { t } = useTranslation(['library', 'common', 'searches']);
  const view = useLibrary((state) => state.view);
  const sort = useLibrary((state) => state.sort);
  const setShown = useLibrary((state) => state.setShown);
  const clearFilter = useLibrary((state) => state.clearFilter);
  const go = useGo();
  const { run, commands } = useCommands();
  const [range, setRange] = useState({ from: 0, to: 0 });
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const [trashTab, setTrashTab] = useState<TrashTab>('papers');
  const list = usePages(view, sort, range.from, range.to);
  const { total: counted } = list;
  useEffect(() => {
    if (counted !== undefined) setShown(counted);
  }, [counted, setShown]);
  // The first rows of a list that was empty are drawn in slices: an import goes on meanwhile.
  const total = useDeferredValue(counted);
  const onRange = useCallback((from: number, to: number) => {
    setRange({ from, to });
  }, []);
  const onOpen = useCallback(
    (itemId: string) => {
      void readerAddress(itemId).then((address) => {
        if (address !== undefined) go(address);
      });
    },
    [go],
  );
  const inTrash = view.scope.kind === 'trash';
  const isFiltered =
    view.tagIds.length + view.statuses.length + view.types.length > 0 || view.minRelevance !== null;
  const body = (): React.ReactNode => {
    if (inTrash && trashTab !== 'papers')
      return <TrashList key={trashTab} kind={trashTab === 'notes' ? 'note' : 'document'} />;
    if (list.failure) return <ErrorNote failure={list.failure.failure} onRetry={list.retry} />;
    if (total === undefined)
      return (
        <div style={{ padding: '1rem' }}>
          <Skeleton label={t('common:loading')} lines={8} />
        </div>
      );
    if (total === 0 && isFiltered)
      return (
        <EmptyState
          title={t('empty.filtered.title')}
          actions={<Button onPress={clearFilter}>{t('empty.filtered.action')}</Button>}
        >
          {t('empty.filtered.text')}
        </EmptyState>
      );
    if (total === 0 && view.scope.kind === 'query')
      return <EmptyState title={t('searches:emptyQuery.title')}>{t('searches:emptyQuery.text')}</EmptyState>;
    if (total === 0 && view.scope.kind === 'search')
      return <EmptyState title={t('searches:empty.title')}>{t('searches:empty.text')}</EmptyState>;
    if (total === 0 && view.scope.kind !== 'query' && view.scope.kind !== 'search')
      return (
        <EmptyState
          title={t(`empty.${view.scope.kind}.title`)}
          actions={
            view.scope.kind === 'all' && commands.some(({ id }) => id === 'import.addFiles') ? (
              <Button variant="primary" icon={Plus} onPress={() => void run('import.addFiles')}>
                {t('empty.all.action')}
              </Button>
            ) : null
          }
        >
          {t(`empty.${view.scope.kind}.text`)}
        </EmptyState>
      );
    return <PaperTable list={list} total={total} onRange={onRange} onOpen={onOpen} onMenu={setMenuAt} />;
  };
  return (
    <>
      {inTrash ? <TrashBar tab={trashTab} onTab={setTrashTab} /> : null}
      {body()}
      <SelectionMenu
        at={menuAt}
        onClose={() => {
          setMenuAt(null);
        }}
      />
    </>
  );
});

const PanelContent = memo(function PanelContent() {
  const { t } = useTranslation('library');
  // Drawn behind the list, in slices: moving through the rows does not wait for it.
  const ids = useDeferredValue(useLibrary((state) => state.selection.ids));
  const [itemId] = [...ids];
  if (ids.size > 1) return <ManyPanel count={ids.size} />;
  return itemId === undefined ? (
    <EmptyState compact title={t('panel.none.title')}>
      {t('panel.none.text')}
    </EmptyState>
  ) : (
    <PaperPanel itemId={itemId} />
  );
});

function Dialogs() {
  const dialog = useLibrary((state) => state.dialog);
  const openDialog = useLibrary((state) => state.openDialog);
  const searchTask = useLibrary((state) => state.searchTask);
  const openSearch = useLibrary((state) => state.openSearch);
  if (searchTask !== null)
    return (
      <SearchDialog
        task={searchTask}
        onClose={() => {
          openSearch(null);
        }}
      />
    );
  const close = (): void => {
    if (useLibrary.getState().dialog === dialog) openDialog(null);
  };
  switch (dialog) {
    case 'add-to-collection':
      return <AddToCollectionDialog onClose={close} />;
    case 'tag':
      return <TagPapersDialog onClose={close} />;
    case 'edit-tags':
      return <TagManager onClose={close} />;
    case 'batch':
      return <BatchDialog onClose={close} />;
    case 'delete-for-good':
      return <DeleteChosenDialog onClose={close} />;
    case 'keys':
      return <KeysDialog onClose={close} />;
    case 'new-record':
      return <NewRecordDialog onClose={close} />;
    default:
      return null;
  }
}
