import { Footprints } from 'lucide-react';
import type { Command } from '../../lib/command';
import { useTour } from '../tour/tour-store';

const command: Command = {
  id: 'help.tour',
  titleKey: 'commands:help.tour',
  menu: 'help',
  icon: Footprints,
  run: () => {
    useTour.getState().start();
  },
};
export default command;
