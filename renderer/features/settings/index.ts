import './i18n';
import { lazy } from 'react';
import type { Feature } from '../../lib/feature';

/** Settings and the care of the library. Address: /settings. */
export const feature = {
  Place: lazy(() => import('./view')),
} satisfies Feature;
