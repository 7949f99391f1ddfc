import { readerCommand } from './reader-command';

export const selectText = readerCommand(
  {
    id: 'reader.select-text',
    titleKey: 'reader:commands.select-text',
    shortcut: 'f7',
    menu: 'paper',
    startsGroup: true,
  },
  (reader) => reader.startKeyboardSelection(),
);
