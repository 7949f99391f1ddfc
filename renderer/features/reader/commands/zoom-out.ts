import { readerCommand } from './reader-command';

export const zoomOut = readerCommand(
  {
    id: 'reader.zoom-out',
    titleKey: 'reader:commands.zoom-out',
    shortcut: 'mod+-',
    menu: 'view',
  },
  ({ viewer }) => viewer.stepZoom(-1),
);
