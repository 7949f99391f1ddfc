import { FilePlus2 } from 'lucide-react';
import type { Command } from '../../../lib/command';
import '../i18n';

const command: Command = {
  id: 'write.new-report',
  titleKey: 'write:commands.new-report',
  menu: 'file',
  icon: FilePlus2,
  run: ({ go }) => {
    go('/write?new=1');
  },
};
export default command;
