import { Globe } from 'lucide-react';
import type { Command } from '../../../lib/command';

/** Opens the search in ERIC and OpenAlex. */
export const openOnline: Command = {
  id: 'online.open',
  titleKey: 'online:commands.open',
  menu: 'file',
  icon: Globe,
  run: ({ go }) => {
    go('/online');
  },
};
