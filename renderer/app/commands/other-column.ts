import type { Command } from '../../lib/command';
import { moveToColumn } from '../columns';

/** F6 and Shift+F6: from column to column without the Tabs between. */
export const otherColumn: readonly Command[] = [
  {
    id: 'go.next-column',
    titleKey: 'commands:go.next-column',
    shortcut: 'f6',
    inTextFields: true,
    menu: 'go',
    startsGroup: true,
    run: () => {
      moveToColumn(1);
    },
  },
  {
    id: 'go.previous-column',
    titleKey: 'commands:go.previous-column',
    shortcut: 'shift+f6',
    inTextFields: true,
    menu: 'go',
    run: () => {
      moveToColumn(-1);
    },
  },
];
