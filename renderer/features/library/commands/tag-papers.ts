import { Tag } from 'lucide-react';
import type { Command } from '../../../lib/command';
import { selectedIds, useLibrary } from '../state';

const command: Command = {
  id: 'library.tag',
  titleKey: 'library:commands.tag',
  shortcut: 'mod+t',
  menu: 'paper',
  icon: Tag,
  isEnabled: ({ address }) => address.startsWith('/library') && selectedIds().length > 0,
  run: () => {
    useLibrary.getState().openDialog('tag');
  },
};
export default command;
