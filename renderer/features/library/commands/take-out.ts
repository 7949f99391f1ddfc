import { FolderMinus } from 'lucide-react';
import type { Command } from '../../../lib/command';
import { takeOutOfShown } from '../actions';
import { selectedIds, useLibrary } from '../state';

const command: Command = {
  id: 'library.take-out',
  titleKey: 'library:commands.take-out',
  shortcut: 'shift+delete',
  menu: 'paper',
  icon: FolderMinus,
  isEnabled: ({ address }) =>
    address.startsWith('/library') &&
    selectedIds().length > 0 &&
    useLibrary.getState().view.scope.kind === 'collection',
  run: takeOutOfShown,
};
export default command;
