import { ListChecks } from 'lucide-react';
import type { Command } from '../../../lib/command';

/** Goes to the room of record checks. */
export const open: Command = {
  id: 'checks.open',
  titleKey: 'checks:commands.open',
  menu: 'go',
  icon: ListChecks,
  run: ({ go }) => {
    go('/checks');
  },
};
