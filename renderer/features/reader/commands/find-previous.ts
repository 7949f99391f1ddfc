import { readerCommand } from './reader-command';

export const findPrevious = readerCommand(
  {
    id: 'reader.find-previous',
    titleKey: 'reader:commands.find-previous',
    shortcut: 'mod+shift+g',
    menu: 'edit',
    inTextFields: true,
  },
  ({ viewer }) => viewer.stepFind(-1),
);
