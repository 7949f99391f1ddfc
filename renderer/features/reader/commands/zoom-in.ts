import { readerCommand } from './reader-command';

export const zoomIn = readerCommand(
  {
    id: 'reader.zoom-in',
    titleKey: 'reader:commands.zoom-in',
    shortcut: 'mod+=',
    menu: 'view',
    startsGroup: true,
  },
  ({ viewer }) => viewer.stepZoom(1),
);
