import { FilePlus2 } from 'lucide-react';
import type { Command } from '../../../lib/command';
import { useLibrary } from '../state';

const command: Command = {
  id: 'library.new-record',
  titleKey: 'library:commands.new-record',
  menu: 'file',
  icon: FilePlus2,
  run: ({ go, address }) => {
    if (!address.startsWith('/library')) go('/library');
    useLibrary.getState().openDialog('new-record');
  },
};
export default command;
