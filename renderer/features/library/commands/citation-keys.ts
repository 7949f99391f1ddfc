import { KeyRound } from 'lucide-react';
import type { Command } from '../../../lib/command';
import { useLibrary } from '../state';

const command: Command = {
  id: 'library.citation-keys',
  titleKey: 'items:commands.keys',
  shortcut: 'mod+g',
  menu: 'paper',
  icon: KeyRound,
  isEnabled: ({ address }) => address.startsWith('/library'),
  run: () => {
    useLibrary.getState().openDialog('keys');
  },
};
export default command;
