import './i18n';
import { lazy } from 'react';
import type { Feature } from '../../lib/feature';
import openLog from './commands/open-log';

/** The reading log: a section in the paper's panel, and the whole log at /reading. */
export const feature = {
  Place: lazy(() => import('./view')),
  slots: { 'item.reading': lazy(async () => ({ default: (await import('./item-reading')).ItemReading })) },
  commands: [openLog],
} satisfies Feature;
