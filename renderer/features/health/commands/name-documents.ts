import { WandSparkles } from 'lucide-react';
import { chosenPapers } from '../../../lib/chosen-papers';
import type { Command } from '../../../lib/command';

/** Shows what the documents of the chosen papers would be called by the pattern. */
export const nameDocuments: Command = {
  id: 'health.name-documents',
  titleKey: 'health:commands.name-documents',
  menu: 'paper',
  icon: WandSparkles,
  isEnabled: ({ address }) => {
    const { ids, list } = chosenPapers();
    return address.startsWith('/library') && ids.length > 0 && list?.view.scope.kind !== 'trash';
  },
  run: ({ go }) => {
    go('/health/names');
  },
};
