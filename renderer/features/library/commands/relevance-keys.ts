import type { Command } from '../../../lib/command';
import { RELEVANCE, setRelevance } from '../relevance';
import { selectedIds } from '../state';

/** Alt+1 to Alt+5: how much the chosen papers matter; Alt+0 takes it back. */
export const relevanceKeys: readonly Command[] = [...RELEVANCE, null].map((level) => ({
  id: `library.relevance-${level ?? 0}`,
  titleKey: 'items:commands.relevance' as const,
  shortcut: `alt+${level ?? 0}`,
  hidden: true,
  isEnabled: ({ address }) => address.startsWith('/library') && selectedIds().length > 0,
  run: () => setRelevance(selectedIds(), level),
}));
