import { FileOutput } from 'lucide-react';
import type { Command } from '../../../lib/command';
import { exportLibrary } from '../export-library';

/** Writes the whole library as RIS. */
export const exportRis: Command = {
  id: 'import.exportRis',
  titleKey: 'import:commands.export-ris',
  menu: 'file',
  icon: FileOutput,
  run: () => exportLibrary('ris'),
};
