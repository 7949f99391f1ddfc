import { readerCommand } from './reader-command';

export const forward = readerCommand(
  {
    id: 'reader.forward',
    titleKey: 'reader:commands.forward',
    shortcut: 'alt+arrowright',
    menu: 'go',
  },
  ({ viewer }) => viewer.stepHistory(1),
);
