import { AtSign } from 'lucide-react';
import type { Command } from '../../../lib/command';
import { copyPandoc } from '../copy-citation';
import { selectedIds } from '../state';

const command: Command = {
  id: 'library.copy-pandoc',
  titleKey: 'library:commands.copy-pandoc',
  shortcut: 'mod+alt+c',
  menu: 'paper',
  icon: AtSign,
  isEnabled: ({ address }) => address.startsWith('/library') && selectedIds().length > 0,
  run: () => copyPandoc(selectedIds()),
};
export default command;
