import { lazy } from 'react';
import type { Feature } from '../../lib/feature';
import { compareChosen } from './commands/compare-chosen';
import { open } from './commands/open';
import './i18n';

/** Papers that are there twice. Address: /duplicates, /duplicates/VIEW, /duplicates/compare?ids=A,B. */
export const feature = {
  Place: lazy(() => import('./view')),
  commands: [open, compareChosen],
  slots: {
    'library.side.duplicates': lazy(() => import('./side')),
    'item.duplicates': lazy(() => import('./item-notice')),
  },
} satisfies Feature;
