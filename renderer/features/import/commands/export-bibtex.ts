import { FileOutput } from 'lucide-react';
import type { Command } from '../../../lib/command';
import { exportLibrary } from '../export-library';

/** Writes the whole library as BibTeX. */
export const exportBibtex: Command = {
  id: 'import.exportBibtex',
  titleKey: 'import:commands.export-bib',
  menu: 'file',
  icon: FileOutput,
  run: () => exportLibrary('bib'),
};
