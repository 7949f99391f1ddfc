import { readerCommand } from './reader-command';

export const zoomWidth = readerCommand(
  {
    id: 'reader.zoom-width',
    titleKey: 'reader:commands.zoom-width',
    shortcut: 'mod+0',
    menu: 'view',
  },
  ({ viewer }) => viewer.setZoom('width'),
);
