import { Undo2 } from 'lucide-react';
import type { Command } from '../../lib/command';
import { undoStep } from '../history-steps';

const command: Command = {
  id: 'history.undo',
  titleKey: 'commands:history.undo',
  shortcut: 'mod+z',
  menu: 'edit',
  icon: Undo2,
  run: undoStep,
};
export default command;
