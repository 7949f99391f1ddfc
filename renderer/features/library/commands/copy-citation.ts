import { Quote } from 'lucide-react';
import type { Command } from '../../../lib/command';
import { copyCitation } from '../copy-citation';
import { selectedIds } from '../state';

const command: Command = {
  id: 'library.copy-citation',
  titleKey: 'library:commands.copy-citation',
  shortcut: 'mod+shift+a',
  menu: 'paper',
  icon: Quote,
  isEnabled: ({ address }) => address.startsWith('/library') && selectedIds().length > 0,
  run: () => copyCitation(selectedIds()),
};
export default command;
