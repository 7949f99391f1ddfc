import { Import } from 'lucide-react';
import type { Command } from '../../../lib/command';
import { useImportStore } from '../import-store';

/** Opens the import window: choose, drop, or look at an earlier report. */
export const openImport: Command = {
  id: 'import.open',
  titleKey: 'import:commands.open',
  shortcut: 'mod+shift+i',
  inTextFields: true,
  menu: 'file',
  startsGroup: true,
  icon: Import,
  run: () => {
    useImportStore.getState().show({ kind: 'start' });
  },
};
