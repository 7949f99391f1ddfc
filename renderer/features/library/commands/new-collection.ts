import { FolderPlus } from 'lucide-react';
import type { Command } from '../../../lib/command';
import { useLibrary } from '../state';

const command: Command = {
  id: 'library.new-collection',
  titleKey: 'library:commands.new-collection',
  menu: 'file',
  icon: FolderPlus,
  run: ({ go, address }) => {
    if (!address.startsWith('/library')) go('/library');
    useLibrary.getState().openDialog('new-collection');
  },
};
export default command;
