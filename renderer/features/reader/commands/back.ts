import { readerCommand } from './reader-command';

export const back = readerCommand(
  {
    id: 'reader.back',
    titleKey: 'reader:commands.back',
    shortcut: 'alt+arrowleft',
    menu: 'go',
  },
  ({ viewer }) => viewer.stepHistory(-1),
);
