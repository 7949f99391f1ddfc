import { HeartPulse } from 'lucide-react';
import type { Command } from '../../../lib/command';

/** Goes to the health of the library. */
export const open: Command = {
  id: 'health.open',
  titleKey: 'health:commands.open',
  menu: 'go',
  icon: HeartPulse,
  run: ({ go }) => {
    go('/health');
  },
};
