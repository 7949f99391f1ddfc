import { Quote } from 'lucide-react';
import type { Command } from '../../../lib/command';
import { copyCitation } from '../copy-citation';
import { selectedIds } from '../state';

const command: Command = {
  id: 'library.copy-citation',
  titleKey: 'library:commands.copy-citation',
  menu: 'paper',
  icon: Quote,
  isEnabled: ({ address }) => address.startsWith('/library') && selectedIds().length === 1,
  run: async () => {
    const [itemId] = selectedIds();
    if (itemId !== undefined) await copyCitation(itemId);
  },
};
export default command;
