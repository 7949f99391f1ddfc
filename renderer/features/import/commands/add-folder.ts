import { FolderInput } from 'lucide-react';
import type { Command } from '../../../lib/command';
import { pickAndImport } from '../start-import';

/** Chooses a folder and imports what is in it. */
export const addFolder: Command = {
  id: 'import.addFolder',
  titleKey: 'import:commands.add-folder',
  menu: 'file',
  icon: FolderInput,
  run: ({ go }) => pickAndImport('folder', go),
};
