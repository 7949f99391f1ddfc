import { create } from 'zustand';
import {
  isUsual,
  readChoice,
  USUAL_COLUMNS,
  withShown,
  withWidth,
  type ColumnChoice,
  type ColumnId,
} from './model';

interface ColumnState {
  readonly choice: ColumnChoice;
  /** Where the menu of columns is open, in client coordinates; null is closed. */
  readonly menuAt: { readonly x: number; readonly y: number } | null;
  /** The borders between columns can be reached by Tab and moved by arrow keys. */
  readonly isSizing: boolean;
  readonly show: (ids: Iterable<ColumnId>) => void;
  /** @param width rem */
  readonly setWidth: (id: ColumnId, width: number) => void;
  readonly reset: () => void;
  readonly openMenu: (at: ColumnState['menuAt']) => void;
  readonly setSizing: (isSizing: boolean) => void;
}

const KEY = 'library.columns';

function keep(choice: ColumnChoice): ColumnChoice {
  if (isUsual(choice)) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, JSON.stringify(choice));
  return choice;
}

/** The columns of the list of papers; kept on this computer. */
export const useColumns = create<ColumnState>()((set) => ({
  choice: readChoice(localStorage.getItem(KEY)),
  menuAt: null,
  isSizing: false,
  show: (ids) => {
    set(({ choice }) => ({ choice: keep(withShown(choice, ids)) }));
  },
  setWidth: (id, width) => {
    set(({ choice }) => ({ choice: keep(withWidth(choice, id, width)) }));
  },
  reset: () => {
    set({ choice: keep(USUAL_COLUMNS) });
  },
  openMenu: (menuAt) => {
    set({ menuAt });
  },
  setSizing: (isSizing) => {
    set({ isSizing });
  },
}));
