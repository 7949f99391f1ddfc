import './i18n';
import { lazy } from 'react';
import type { Feature } from '../../lib/feature';
import { checkChosen } from './commands/check-chosen';
import { openOnline } from './commands/open-online';

/** Online services: search, completing records, free copies, withdrawals. Address: /online. */
export const feature = {
  Place: lazy(() => import('./view')),
  commands: [openOnline, checkChosen],
  slots: {
    'app.online': lazy(() => import('./check-layer')),
    'item.retraction': lazy(() => import('./known-retraction')),
    'item.online': lazy(() => import('./item-section')),
    'settings.online': lazy(() => import('./settings-section')),
    'library.side.online': lazy(() => import('./side-entry')),
  },
} satisfies Feature;
