import { lazy } from 'react';
import type { Feature } from '../../lib/feature';
import { open } from './commands/open';
import './i18n';

/** What is odd in the records. Address: /checks, /checks/KIND. */
export const feature = {
  Place: lazy(() => import('./view')),
  commands: [open],
  slots: {
    'library.side.checks': lazy(() => import('./side')),
    'item.checks': lazy(() => import('./item-notice')),
  },
} satisfies Feature;
