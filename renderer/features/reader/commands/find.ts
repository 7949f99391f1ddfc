import { readerCommand } from './reader-command';
import { showFind } from '../store';

export const find = readerCommand(
  {
    id: 'reader.find',
    titleKey: 'reader:commands.find',
    shortcut: 'mod+f',
    menu: 'edit',
    startsGroup: true,
    inTextFields: true,
  },
  () => showFind(true),
);
