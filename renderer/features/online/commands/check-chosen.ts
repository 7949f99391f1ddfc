import { ShieldAlert } from 'lucide-react';
import { chosenPapers } from '../../../lib/chosen-papers';
import type { Command } from '../../../lib/command';
import { useCheckStore } from '../check-store';

/** Looks whether the chosen papers were withdrawn. */
export const checkChosen: Command = {
  id: 'online.check-chosen',
  titleKey: 'online:commands.checkChosen',
  menu: 'paper',
  icon: ShieldAlert,
  isEnabled: ({ address }) => address.startsWith('/library') && chosenPapers().ids.length > 0,
  run: () => {
    useCheckStore.getState().ask(chosenPapers().ids);
  },
};
