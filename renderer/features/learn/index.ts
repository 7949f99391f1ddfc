import { lazy } from 'react';
import type { Feature } from '../../lib/feature';
import { addSamples } from './commands/add-samples';
import { openGlossary } from './commands/open-glossary';
import './i18n';

/** Modules, practice on papers, glossary, skills. */
export const feature = {
  Place: lazy(() => import('./view')),
  commands: [openGlossary, addSamples],
  slots: { 'desk.learn': lazy(() => import('./desk-card')) },
} satisfies Feature;
