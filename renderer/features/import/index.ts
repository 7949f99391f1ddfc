import { lazy } from 'react';
import type { Feature } from '../../lib/feature';
import { addFiles } from './commands/add-files';
import { addFolder } from './commands/add-folder';
import { checkFields } from './commands/check-fields';
import { exportBibtex } from './commands/export-bibtex';
import { exportCslJson } from './commands/export-csl-json';
import { exportRis } from './commands/export-ris';
import { importPaths } from './commands/import-paths';
import { openExport } from './commands/open-export';
import { openImport } from './commands/open-import';
import './i18n';

/** Bringing files in: window, drop zone, report, approval of what was found in papers. */
export const feature = {
  Place: lazy(() => import('./place')),
  commands: [
    openImport,
    addFiles,
    addFolder,
    importPaths,
    checkFields,
    openExport,
    exportBibtex,
    exportRis,
    exportCslJson,
  ],
  slots: {
    'library.import-status': lazy(() => import('./import-status')),
    'app.layer': lazy(() => import('./import-layer')),
  },
} satisfies Feature;
