import { Merge } from 'lucide-react';
import { chosenPapers } from '../../../lib/chosen-papers';
import type { Command } from '../../../lib/command';

/** More records than this are not compared side by side. */
const MOST = 50;

/** Compares the chosen papers, whatever the rules say of them, to merge them. */
export const mergeChosen: Command = {
  id: 'duplicates.merge-chosen',
  titleKey: 'duplicates:commands.merge-chosen',
  shortcut: 'mod+shift+m',
  menu: 'paper',
  icon: Merge,
  isEnabled: ({ address }) => {
    const { ids, list } = chosenPapers();
    return (
      address.startsWith('/library') &&
      ids.length > 1 &&
      ids.length <= MOST &&
      list?.view.scope.kind !== 'trash'
    );
  },
  run: ({ go }) => {
    go(`/duplicates/compare?ids=${chosenPapers().ids.join(',')}&from=library`);
  },
};
