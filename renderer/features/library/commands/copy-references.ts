import { TextQuote } from 'lucide-react';
import type { Command } from '../../../lib/command';
import { copyReferences } from '../copy-citation';
import { selectedIds } from '../state';

const command: Command = {
  id: 'library.copy-references',
  titleKey: 'library:commands.copy-references',
  shortcut: 'mod+shift+c',
  menu: 'paper',
  icon: TextQuote,
  isEnabled: ({ address }) => address.startsWith('/library') && selectedIds().length > 0,
  run: () => copyReferences(selectedIds()),
};
export default command;
