import { CopyCheck } from 'lucide-react';
import type { Command } from '../../../lib/command';

/** Goes to the room of duplicates. */
export const open: Command = {
  id: 'duplicates.open',
  titleKey: 'duplicates:commands.open',
  menu: 'go',
  icon: CopyCheck,
  run: ({ go }) => {
    go('/duplicates');
  },
};
