import { FileOutput } from 'lucide-react';
import type { Command } from '../../../lib/command';
import { useImportStore } from '../import-store';

/** Opens the export: selection, shown list or library, in a format of choice. */
export const openExport: Command = {
  id: 'import.export',
  titleKey: 'import:commands.export',
  shortcut: 'mod+shift+x',
  menu: 'file',
  startsGroup: true,
  icon: FileOutput,
  run: () => {
    useImportStore.getState().show({ kind: 'export' });
  },
};
