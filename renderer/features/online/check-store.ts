import { create } from 'zustand';

interface CheckState {
  /** Papers that are to be checked for withdrawals; null while the window is closed. */
  readonly itemIds: readonly string[] | null;
  readonly ask: (itemIds: readonly string[] | null) => void;
}

/** Which papers the window of the check is about. */
export const useCheckStore = create<CheckState>((set) => ({
  itemIds: null,
  ask: (itemIds) => {
    set({ itemIds });
  },
}));
