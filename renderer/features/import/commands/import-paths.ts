import type { Command } from '../../../lib/command';
import { bringIn } from '../start-import';

/** Imports files the operating system handed over ("open with"). */
export const importPaths: Command = {
  id: 'import.paths',
  titleKey: 'import:commands.paths',
  hidden: true,
  run: ({ paths, go }) => bringIn({ paths, pasted: null }, go, null),
};
