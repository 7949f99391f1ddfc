import { KeySquare } from 'lucide-react';
import type { Command } from '../../../lib/command';
import { copyKeys } from '../copy-citation';
import { selectedIds } from '../state';

const command: Command = {
  id: 'library.copy-keys',
  titleKey: 'library:commands.copy-keys',
  shortcut: 'mod+alt+k',
  menu: 'paper',
  icon: KeySquare,
  isEnabled: ({ address }) => address.startsWith('/library') && selectedIds().length > 0,
  run: () => copyKeys(selectedIds()),
};
export default command;
