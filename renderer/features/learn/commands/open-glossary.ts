import { BookA } from 'lucide-react';
import type { Command } from '../../../lib/command';

/** Opens the words of research methods. */
export const openGlossary: Command = {
  id: 'learn.glossary',
  titleKey: 'learn:commands.glossary',
  menu: 'help',
  icon: BookA,
  run: ({ go }) => {
    go('/learn/glossary');
  },
};
