import { FolderMinus } from 'lucide-react';
import type { Command } from '../../../lib/command';
import { removeFromShownCollection } from '../actions';
import { selectedIds, useLibrary } from '../state';

const command: Command = {
  id: 'library.remove-from-collection',
  titleKey: 'library:commands.remove-from-collection',
  shortcut: 'shift+delete',
  menu: 'paper',
  icon: FolderMinus,
  isEnabled: ({ address }) =>
    address.startsWith('/library') &&
    selectedIds().length > 0 &&
    useLibrary.getState().view.scope.kind === 'collection',
  run: () => removeFromShownCollection(selectedIds()),
};
export default command;
