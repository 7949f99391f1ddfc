import { readerCommand } from './reader-command';
import { chooseTool } from '../store';

export const toolNote = readerCommand(
  {
    id: 'reader.tool-note',
    titleKey: 'reader:commands.tool-note',
    shortcut: 'alt+3',
    menu: 'paper',
  },
  () => chooseTool('note'),
);
