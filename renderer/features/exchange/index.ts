import { lazy } from 'react';
import type { Feature } from '../../lib/feature';
import './i18n';
import openPackage from './commands/open-package';
import publishCase from './commands/publish-case';

/** Area exchange: published and imported cases. */
export const feature = {
  Place: lazy(() => import('./exchange-place')),
  commands: [publishCase, openPackage],
} satisfies Feature;
