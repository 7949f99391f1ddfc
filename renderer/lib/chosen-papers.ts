import type { ItemSort, ItemView } from '@shared/domain/library/item-view';

/** What the library shows and what is chosen in it, for features that act on papers and are not the library. */
export interface ChosenPapers {
  readonly ids: readonly string[];
  /** Papers in the list that is shown. */
  readonly shown: number;
  /** The list that is shown; null before the library has been opened. */
  readonly list: { readonly view: ItemView; readonly sort: ItemSort } | null;
}

let read: () => ChosenPapers = () => ({ ids: [], shown: 0, list: null });

/** @param reader how the library tells it */
export function provideChosenPapers(reader: () => ChosenPapers): void {
  read = reader;
}

/** What is chosen now. */
export function chosenPapers(): ChosenPapers {
  return read();
}
