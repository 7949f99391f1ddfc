import { Trash2 } from 'lucide-react';
import type { Command } from '../../../lib/command';
import { moveToTrash } from '../actions';
import { selectedIds, useLibrary } from '../state';

const command: Command = {
  id: 'library.trash',
  titleKey: 'library:commands.trash',
  shortcut: 'delete',
  menu: 'paper',
  startsGroup: true,
  icon: Trash2,
  isEnabled: ({ address }) =>
    address.startsWith('/library') &&
    selectedIds().length > 0 &&
    useLibrary.getState().view.scope.kind !== 'trash',
  run: () => moveToTrash(selectedIds(), ''),
};
export default command;
