import { Search } from 'lucide-react';
import type { Command } from '../../../lib/command';
import { focusSearchBox } from '../search-box';

const command: Command = {
  id: 'library.focus-search',
  titleKey: 'library:commands.focus-search',
  shortcut: '/',
  menu: 'edit',
  startsGroup: true,
  icon: Search,
  run: ({ go, address }) => {
    if (!address.startsWith('/library')) go('/library');
    focusSearchBox();
  },
};
export default command;
