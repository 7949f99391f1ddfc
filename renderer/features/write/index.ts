import { lazy } from 'react';
import type { Feature } from '../../lib/feature';
import newReport from './commands/new-report';
import './i18n';

/** Writing: reports bound to the thread, citations, evidence, exports. */
export const feature: Feature = {
  Place: lazy(() => import('./view')),
  commands: [newReport],
  slots: { 'desk.write': lazy(() => import('./desk-card')) },
};
