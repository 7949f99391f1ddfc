import { Inbox } from 'lucide-react';
import type { Command } from '../../../lib/command';
import { useLibrary } from '../state';

const command: Command = {
  id: 'library.show-unfiled',
  titleKey: 'library:commands.show-unfiled',
  menu: 'go',
  startsGroup: true,
  icon: Inbox,
  run: ({ go }) => {
    useLibrary.getState().show({ kind: 'unfiled' });
    go('/library');
  },
};
export default command;
