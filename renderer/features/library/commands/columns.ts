import { Columns3 } from 'lucide-react';
import type { Command } from '../../../lib/command';
import { openColumnsMenu, whenUncovered } from '../columns/menu-place';
import { useLibrary } from '../state';

const command: Command = {
  id: 'library.columns',
  titleKey: 'library:commands.columns',
  menu: 'view',
  icon: Columns3,
  isEnabled: ({ address }) => address.startsWith('/library') && useLibrary.getState().shown > 0,
  run: () => {
    whenUncovered(openColumnsMenu);
  },
};
export default command;
