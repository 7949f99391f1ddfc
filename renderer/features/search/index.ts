import './i18n';
import { lazy } from 'react';
import type { Feature } from '../../lib/feature';

/** Hits of the library's search box, in papers, highlights, notes, full text, journal and reports. */
export const feature = {
  slots: { 'library.search-results': lazy(() => import('./search-results')) },
} satisfies Feature;
