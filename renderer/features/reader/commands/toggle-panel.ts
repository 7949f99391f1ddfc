import { readerCommand } from './reader-command';
import { showPanel, useReader } from '../store';

export const togglePanel = readerCommand(
  {
    id: 'reader.toggle-panel',
    titleKey: 'reader:commands.toggle-panel',
    shortcut: 'mod+alt+b',
    menu: 'view',
  },
  () => showPanel(!useReader.getState().panelShown),
);
