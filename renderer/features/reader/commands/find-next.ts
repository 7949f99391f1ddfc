import { readerCommand } from './reader-command';

export const findNext = readerCommand(
  {
    id: 'reader.find-next',
    titleKey: 'reader:commands.find-next',
    shortcut: 'mod+g',
    menu: 'edit',
    inTextFields: true,
  },
  ({ viewer }) => viewer.stepFind(1),
);
