import { create } from 'zustand';
import {
  ITEM_ORDERS,
  usualOrder,
  type ItemSort,
  type ItemView,
  type ReadStatus,
} from '@shared/domain/library/item-view';
import type { ConditionGroup } from '@shared/domain/search/condition';
import type { SavedSearch } from '@shared/ipc/contract/searches';

/** Chosen papers: ids, with the ends of a range that Shift goes on with. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Row where the keyboard is, from 0. */
  readonly active: number | null;
  readonly activeId: string | null;
  readonly anchor: number | null;
}

const nothing: Selection = { ids: new Set(), active: null, activeId: null, anchor: null };

export type LibraryDialog =
  | 'add-to-collection'
  | 'tag'
  | 'new-collection'
  | 'new-record'
  | 'empty-trash'
  | 'delete-for-good'
  | 'edit-tags'
  | 'batch'
  | 'keys'
  | null;

/** A search that is being made or changed. */
export type SearchTask =
  | { readonly kind: 'create'; readonly name: string; readonly condition: ConditionGroup }
  | { readonly kind: 'edit'; readonly search: SavedSearch };

interface LibraryState {
  readonly view: ItemView;
  readonly sort: ItemSort;
  readonly selection: Selection;
  readonly query: string;
  readonly dialog: LibraryDialog;
  /** A saved search that is being made or changed. */
  readonly searchTask: SearchTask | null;
  /** Total of the list that is shown, for commands. */
  readonly shown: number;
  readonly show: (scope: ItemView['scope']) => void;
  readonly toggleTag: (tagId: string) => void;
  readonly setStatuses: (statuses: readonly ReadStatus[]) => void;
  readonly clearFilter: () => void;
  readonly setSort: (sort: ItemSort) => void;
  readonly setSelection: (selection: Selection) => void;
  readonly clearSelection: () => void;
  readonly setQuery: (query: string) => void;
  /** Shows what the search box finds as a list of papers, or as places in texts. */
  readonly setAsList: (asList: boolean) => void;
  readonly setTypes: (types: readonly string[]) => void;
  readonly setMinRelevance: (minRelevance: number | null) => void;
  readonly openSearch: (task: SearchTask | null) => void;
  readonly openDialog: (dialog: LibraryDialog) => void;
  readonly setShown: (shown: number) => void;
}

type Scope = ItemView['scope'];

/** "Recently read" keeps an order of its own, all other lists share one. */
const sortKey = (scope: Scope): string => (scope.kind === 'recent' ? 'library.sort.recent' : 'library.sort');

function storedSort(scope: Scope): ItemSort {
  const [by, direction] = (localStorage.getItem(sortKey(scope)) ?? '').split(' ');
  const known = ITEM_ORDERS.find((order) => order === by);
  return known === undefined
    ? usualOrder(scope.kind)
    : { by: known, direction: direction === 'descending' ? 'descending' : 'ascending' };
}

/** A list with the order that belongs to it. */
function listOf(view: ItemView, scope: Scope): Pick<LibraryState, 'view' | 'sort' | 'selection'> {
  return { view: { ...view, scope }, sort: storedSort(scope), selection: nothing };
}

/** What the library place shows now. The orders of the lists are kept on this computer. */
export const useLibrary = create<LibraryState>()((set) => ({
  view: { scope: { kind: 'all' }, tagIds: [], statuses: [], types: [], minRelevance: null },
  sort: storedSort({ kind: 'all' }),
  selection: nothing,
  query: '',
  dialog: null,
  searchTask: null,
  shown: 0,
  show: (scope) => {
    set(({ view }) => ({ ...listOf(view, scope), query: '' }));
  },
  toggleTag: (tagId) => {
    set(({ view }) => ({
      view: {
        ...view,
        tagIds: view.tagIds.includes(tagId)
          ? view.tagIds.filter((id) => id !== tagId)
          : [...view.tagIds, tagId],
      },
      selection: nothing,
    }));
  },
  setStatuses: (statuses) => {
    set(({ view }) => ({ view: { ...view, statuses: [...statuses] }, selection: nothing }));
  },
  clearFilter: () => {
    set(({ view }) => ({
      view: { ...view, tagIds: [], statuses: [], types: [], minRelevance: null },
    }));
  },
  setSort: (sort) => {
    set(({ view, selection }) => {
      localStorage.setItem(sortKey(view.scope), `${sort.by} ${sort.direction}`);
      return { sort, selection: { ...selection, active: null, anchor: null } };
    });
  },
  setSelection: (selection) => {
    set({ selection });
  },
  clearSelection: () => {
    set({ selection: nothing });
  },
  setQuery: (query) => {
    set(({ view }) => {
      if (view.scope.kind !== 'query') return { query };
      const scope: Scope = query.trim() === '' ? { kind: 'all' } : { kind: 'query', text: query.trim() };
      return { query, ...listOf(view, scope) };
    });
  },
  setAsList: (asList) => {
    set(({ view, query }) => listOf(view, asList ? { kind: 'query', text: query.trim() } : { kind: 'all' }));
  },
  setTypes: (types) => {
    set(({ view }) => ({ view: { ...view, types: [...types] }, selection: nothing }));
  },
  setMinRelevance: (minRelevance) => {
    set(({ view }) => ({ view: { ...view, minRelevance }, selection: nothing }));
  },
  openSearch: (searchTask) => {
    set({ searchTask });
  },
  openDialog: (dialog) => {
    set({ dialog });
  },
  setShown: (shown) => {
    set({ shown });
  },
}));

/** @returns ids of the chosen papers, now */
export function selectedIds(): readonly string[] {
  return [...useLibrary.getState().selection.ids];
}

/** @param id the one paper to choose @param index its row, when known */
export function selectOnly(id: string, index: number | null): Selection {
  return { ids: new Set([id]), active: index, activeId: id, anchor: index };
}
