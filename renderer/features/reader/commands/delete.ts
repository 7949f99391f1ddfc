import { readerCommand } from './reader-command';

export const deleteChosen = readerCommand(
  {
    id: 'reader.delete',
    titleKey: 'reader:commands.delete',
    shortcut: 'delete',
  },
  (reader) => reader.deleteChosen(),
);
