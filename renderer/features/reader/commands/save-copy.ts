import { readerCommand } from './reader-command';

export const saveCopy = readerCommand(
  {
    id: 'reader.save-copy',
    titleKey: 'reader:commands.save-copy',
    shortcut: 'mod+shift+s',
    menu: 'paper',
    startsGroup: true,
  },
  (reader) => reader.saveCopy(),
);
