import { NotebookText } from 'lucide-react';
import type { Command } from '../../../lib/command';

const command: Command = {
  id: 'notes.all',
  titleKey: 'items:notes.command',
  menu: 'go',
  icon: NotebookText,
  run: ({ go }) => {
    go('/notes');
  },
};
export default command;
