import { lazy } from 'react';
import type { Feature } from '../../lib/feature';
import './i18n';

/** Appraising papers: beside the reader and in the item panel of the library. */
export const feature = {
  slots: {
    'reader.appraisal': lazy(() => import('./appraisal-panel')),
    'item.appraisal': lazy(() => import('./item-appraisal')),
  },
} satisfies Feature;
