import { lazy } from 'react';
import type { Feature } from '../../lib/feature';
import './i18n';
import newInquiry from './commands/new-inquiry';

/** Area inquiry: its place, its commands, and its part of the desk. */
export const feature = {
  Place: lazy(() => import('./inquiry-place')),
  commands: [newInquiry],
  slots: { 'desk.inquiry': lazy(() => import('./desk-card')) },
} satisfies Feature;
