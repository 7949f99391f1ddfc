import { readerCommand } from './reader-command';

export const zoomPage = readerCommand(
  {
    id: 'reader.zoom-page',
    titleKey: 'reader:commands.zoom-page',
    shortcut: 'mod+9',
    menu: 'view',
  },
  ({ viewer }) => viewer.setZoom('page'),
);
