import { BookOpen } from 'lucide-react';
import type { Command } from '../../../lib/command';
import { readerAddress } from '../actions';
import { selectedIds } from '../state';

const command: Command = {
  id: 'library.read',
  titleKey: 'library:commands.read',
  shortcut: 'mod+enter',
  menu: 'paper',
  icon: BookOpen,
  isEnabled: ({ address }) => address.startsWith('/library') && selectedIds().length === 1,
  run: async ({ go }) => {
    const [itemId] = selectedIds();
    const address = itemId === undefined ? undefined : await readerAddress(itemId);
    if (address !== undefined) go(address);
  },
};
export default command;
