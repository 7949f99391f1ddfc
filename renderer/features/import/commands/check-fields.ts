import { ListChecks } from 'lucide-react';
import type { Command } from '../../../lib/command';
import { useImportStore } from '../import-store';

/** Opens the papers whose found details nobody has approved. */
export const checkFields: Command = {
  id: 'import.checkFields',
  titleKey: 'import:commands.check-fields',
  menu: 'file',
  icon: ListChecks,
  run: () => {
    useImportStore.getState().show({ kind: 'approve', itemId: null });
  },
};
