import { Trash2 } from 'lucide-react';
import type { Command } from '../../../lib/command';
import { useLibrary } from '../state';

const command: Command = {
  id: 'library.show-trash',
  titleKey: 'library:commands.show-trash',
  menu: 'go',
  icon: Trash2,
  run: ({ go }) => {
    useLibrary.getState().show({ kind: 'trash' });
    go('/library');
  },
};
export default command;
