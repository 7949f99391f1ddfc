import { RefreshCw } from 'lucide-react';
import type { Command } from '../../../lib/command';

const command: Command = {
  id: 'inquiry.new',
  titleKey: 'inquiry:commands.new',
  menu: 'file',
  icon: RefreshCw,
  run: ({ go }) => {
    go('/inquiry?new=1');
  },
};
export default command;
