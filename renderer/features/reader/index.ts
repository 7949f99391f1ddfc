import './i18n';
import { lazy } from 'react';
import type { Feature } from '../../lib/feature';
import { readerCommands } from './commands';

/** The reader: papers with annotations. Address: /reader/ATTACHMENT?page=3&annotation=ID&quote=words (page counts from 1). */
export const feature = {
  Place: lazy(() => import('./view')),
  commands: readerCommands,
  slots: { 'item.annotations': lazy(() => import('./item-annotations')) },
} satisfies Feature;
