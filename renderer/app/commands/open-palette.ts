import { Command as CommandIcon } from 'lucide-react';
import type { Command } from '../../lib/command';
import { usePalette } from '../palette-store';

const command: Command = {
  id: 'palette.open',
  titleKey: 'commands:palette.open',
  shortcut: 'mod+k',
  inTextFields: true,
  menu: 'view',
  icon: CommandIcon,
  hidden: true,
  run: () => {
    usePalette.getState().setOpen(true);
  },
};
export default command;
