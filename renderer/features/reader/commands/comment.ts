import { readerCommand } from './reader-command';

export const commentChosen = readerCommand(
  {
    id: 'reader.comment',
    titleKey: 'reader:commands.comment',
    shortcut: 'c',
    menu: 'paper',
  },
  (reader) => reader.commentChosen(),
);
