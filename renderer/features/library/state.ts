import { create } from 'zustand';
import type { ItemSort, ItemView, ReadStatus } from '@shared/domain/library/item-view';

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
  | 'edit-tags'
  | 'batch'
  | 'keys'
  | null;

interface LibraryState {
  readonly view: ItemView;
  readonly sort: ItemSort;
  readonly selection: Selection;
  readonly query: string;
  readonly dialog: LibraryDialog;
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
  readonly openDialog: (dialog: LibraryDialog) => void;
  readonly setShown: (shown: number) => void;
}

const SORT_KEY = 'library.sort';

function storedSort(): ItemSort {
  const fallback: ItemSort = { by: 'added', direction: 'descending' };
  const [by, direction] = (localStorage.getItem(SORT_KEY) ?? '').split(' ');
  const orders = ['title', 'authors', 'year', 'added', 'status'] as const;
  const known = orders.find((order) => order === by);
  return known === undefined
    ? fallback
    : { by: known, direction: direction === 'descending' ? 'descending' : 'ascending' };
}

/** What the library place shows now. The order of the list is kept on this computer. */
export const useLibrary = create<LibraryState>()((set) => ({
  view: { scope: { kind: 'all' }, tagIds: [], statuses: [] },
  sort: storedSort(),
  selection: nothing,
  query: '',
  dialog: null,
  shown: 0,
  show: (scope) => {
    set(({ view }) => ({ view: { ...view, scope }, selection: nothing, query: '' }));
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
    set(({ view }) => ({ view: { ...view, tagIds: [], statuses: [] } }));
  },
  setSort: (sort) => {
    localStorage.setItem(SORT_KEY, `${sort.by} ${sort.direction}`);
    set(({ selection }) => ({ sort, selection: { ...selection, active: null, anchor: null } }));
  },
  setSelection: (selection) => {
    set({ selection });
  },
  clearSelection: () => {
    set({ selection: nothing });
  },
  setQuery: (query) => {
    set({ query });
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
