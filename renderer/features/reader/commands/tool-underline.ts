import { readerCommand } from './reader-command';
import { chooseTool } from '../store';

export const toolUnderline = readerCommand(
  {
    id: 'reader.tool-underline',
    titleKey: 'reader:commands.tool-underline',
    shortcut: 'alt+2',
    menu: 'paper',
  },
  () => chooseTool('underline'),
);
