import { FilePlus2 } from 'lucide-react';
import type { Command } from '../../../lib/command';
import { pickAndImport } from '../start-import';

/** Chooses files and imports them. */
export const addFiles: Command = {
  id: 'import.addFiles',
  titleKey: 'import:commands.add-files',
  shortcut: 'mod+o',
  inTextFields: true,
  menu: 'file',
  icon: FilePlus2,
  run: ({ go }) => pickAndImport('papers-and-bibliographies', go),
};
