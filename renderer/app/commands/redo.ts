import { Redo2 } from 'lucide-react';
import type { Command } from '../../lib/command';
import { redoStep } from '../history-steps';

const command: Command = {
  id: 'history.redo',
  titleKey: 'commands:history.redo',
  shortcut: 'mod+shift+z',
  menu: 'edit',
  icon: Redo2,
  run: redoStep,
};
export default command;
