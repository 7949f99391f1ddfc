import { FileOutput } from 'lucide-react';
import type { Command } from '../../../lib/command';
import { exportLibrary } from '../export-library';

/** Writes the whole library as CSL-JSON. */
export const exportCslJson: Command = {
  id: 'import.exportCslJson',
  titleKey: 'import:commands.export-csl-json',
  menu: 'file',
  icon: FileOutput,
  run: () => exportLibrary('csl-json'),
};
