import { BookMarked } from 'lucide-react';
import type { Command } from '../../../lib/command';

const command: Command = {
  id: 'reading.open',
  titleKey: 'items:reading.command',
  menu: 'go',
  icon: BookMarked,
  run: ({ go }) => {
    go('/reading');
  },
};
export default command;
