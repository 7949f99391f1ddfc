import { lazy } from 'react';
import type { Feature } from '../../lib/feature';
import './i18n';

/** Datasets and results of an inquiry: no place of its own, it fills the inquiry's stages that look at data. */
export const feature = {
  slots: { 'inquiry.data': lazy(() => import('./data-view')) },
} satisfies Feature;
