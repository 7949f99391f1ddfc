import { PackageOpen } from 'lucide-react';
import type { Command } from '../../../lib/command';

/** Opens a colleague's package. */
const openPackage: Command = {
  id: 'exchange.open',
  titleKey: 'exchange:commands.open',
  menu: 'file',
  icon: PackageOpen,
  run: ({ go }) => {
    go('/exchange?open=1');
  },
};
export default openPackage;
