import { useCallback } from 'react';
import { fetchContract } from '../../lib/queries';
import { selectOnly, useLibrary } from './state';

export interface SelectOptions {
  /** Goes on with the range (Shift). */
  readonly extend?: boolean;
  /** Adds or takes away one (Ctrl or Cmd). */
  readonly toggle?: boolean;
}

/** Ways to choose rows; ranges ask the library for the ids between, so rows not loaded are chosen too. */
export function useSelect(): {
  readonly select: (id: string, index: number, options?: SelectOptions) => void;
  readonly selectAll: () => void;
} {
  const setSelection = useLibrary((state) => state.setSelection);
  const select = useCallback(
    (id: string, index: number, { extend = false, toggle = false }: SelectOptions = {}) => {
      const { selection, view, sort } = useLibrary.getState();
      if (toggle) {
        const ids = new Set(selection.ids);
        if (ids.has(id)) ids.delete(id);
        else ids.add(id);
        setSelection({ ids, active: index, activeId: id, anchor: index });
        return;
      }
      if (!extend || selection.anchor === null) {
        setSelection(selectOnly(id, index));
        return;
      }
      const { anchor } = selection;
      const offset = Math.min(anchor, index);
      setSelection({ ...selection, active: index, activeId: id });
      void fetchContract('library.ids', { view, sort, offset, limit: Math.abs(anchor - index) + 1 }).then(
        ({ ids }) => {
          setSelection({ ids: new Set(ids), active: index, activeId: id, anchor });
        },
      );
    },
    [setSelection],
  );
  const selectAll = useCallback(() => {
    const { selection, view, sort } = useLibrary.getState();
    void fetchContract('library.ids', { view, sort }).then(({ ids }) => {
      setSelection({ ...selection, ids: new Set(ids) });
    });
  }, [setSelection]);
  return { select, selectAll };
}
