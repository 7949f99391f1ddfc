import { readerCommand } from './reader-command';
import { chooseTool } from '../store';

export const toolHighlight = readerCommand(
  {
    id: 'reader.tool-highlight',
    titleKey: 'reader:commands.tool-highlight',
    shortcut: 'alt+1',
    menu: 'paper',
  },
  () => chooseTool('highlight'),
);
