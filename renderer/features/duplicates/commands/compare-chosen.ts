import { GitCompareArrows } from 'lucide-react';
import { chosenPapers } from '../../../lib/chosen-papers';
import type { Command } from '../../../lib/command';
import { compareAddress } from '../model';

/** Records that can be compared side by side: as many as the call takes. */
const MOST = 10;

/** Sets the chosen papers side by side to merge them, also when no rule takes them for duplicates. */
export const compareChosen: Command = {
  id: 'duplicates.compare-chosen',
  titleKey: 'duplicates:commands.compareChosen',
  shortcut: 'mod+shift+m',
  menu: 'paper',
  icon: GitCompareArrows,
  isEnabled: ({ address }) => {
    const { length } = chosenPapers().ids;
    return address.startsWith('/library') && length > 1 && length <= MOST;
  },
  run: ({ go }) => {
    go(compareAddress(chosenPapers().ids));
  },
};
