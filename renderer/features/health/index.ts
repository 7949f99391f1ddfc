import { lazy } from 'react';
import type { Feature } from '../../lib/feature';
import { open } from './commands/open';
import { nameDocuments } from './commands/name-documents';
import './i18n';

/** State and mending of the library (address /health), and the documents of one record. */
export const feature = {
  Place: lazy(() => import('./view')),
  commands: [open, nameDocuments],
  slots: {
    'settings.health': lazy(() => import('./settings-entry')),
    'item.files': lazy(() => import('./item-files')),
  },
} satisfies Feature;
