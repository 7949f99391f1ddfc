import { PencilLine } from 'lucide-react';
import type { Command } from '../../../lib/command';
import { selectedIds, useLibrary } from '../state';

const command: Command = {
  id: 'library.change-together',
  titleKey: 'items:batch.command',
  shortcut: 'mod+shift+e',
  menu: 'paper',
  icon: PencilLine,
  isEnabled: ({ address }) => address.startsWith('/library') && selectedIds().length > 0,
  run: () => {
    useLibrary.getState().openDialog('batch');
  },
};
export default command;
