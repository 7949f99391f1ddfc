import { readerCommand } from './reader-command';

export const goToPage = readerCommand(
  {
    id: 'reader.go-to-page',
    titleKey: 'reader:commands.go-to-page',
    shortcut: 'mod+alt+g',
    menu: 'go',
    startsGroup: true,
    inTextFields: true,
  },
  (reader) => reader.focusPageBox(),
);
