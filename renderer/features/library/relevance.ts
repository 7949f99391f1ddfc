import i18next from 'i18next';
import type { MenuEntry } from '../../ui';
import { attempt } from './actions';

/** How much a paper matters for the person's own work. */
export const RELEVANCE = [5, 4, 3, 2, 1] as const;
export type Relevance = (typeof RELEVANCE)[number];

/** Sets the relevance of papers; null takes the judgement back. */
export async function setRelevance(itemIds: readonly string[], relevance: Relevance | null): Promise<void> {
  if (itemIds.length > 0) await attempt('library.setRelevance', { itemIds: [...itemIds], relevance });
}

/**
 * Entries of a menu that sets it.
 * @param itemIds the papers @param current what they have; undefined when it differs
 */
export function relevanceEntries(
  itemIds: readonly string[],
  current: number | null | undefined,
): readonly MenuEntry[] {
  return [
    ...RELEVANCE.map((level) => ({
      id: String(level),
      label: i18next.t(`items:relevance.${level}`),
      shortcut: `Alt+${level}`,
      isSelected: current === level,
      onAction: () => void setRelevance(itemIds, level),
    })),
    'separator' as const,
    {
      id: 'none',
      label: i18next.t('items:panel.relevanceNone'),
      shortcut: 'Alt+0',
      isSelected: current === null,
      onAction: () => void setRelevance(itemIds, null),
    },
  ];
}
