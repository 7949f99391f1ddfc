import { FolderPlus } from 'lucide-react';
import type { Command } from '../../../lib/command';
import { selectedIds, useLibrary } from '../state';

const command: Command = {
  id: 'library.add-to-collection',
  titleKey: 'library:commands.add-to-collection',
  shortcut: 'mod+shift+k',
  menu: 'paper',
  icon: FolderPlus,
  isEnabled: ({ address }) => address.startsWith('/library') && selectedIds().length > 0,
  run: () => {
    useLibrary.getState().openDialog('add-to-collection');
  },
};
export default command;
