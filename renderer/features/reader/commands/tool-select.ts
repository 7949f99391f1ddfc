import { readerCommand } from './reader-command';
import { chooseTool } from '../store';

export const toolSelect = readerCommand(
  {
    id: 'reader.tool-select',
    titleKey: 'reader:commands.tool-select',
    shortcut: 's',
    menu: 'paper',
    startsGroup: true,
  },
  () => chooseTool('select'),
);
