import type { Command } from '../../../lib/command';
import { toggleTagByKey } from '../actions';
import { selectedIds } from '../state';

/** Keys 1-9: the tag with that key on the chosen papers, or off again. */
export const tagKeys: readonly Command[] = Array.from({ length: 9 }, (_, index) => ({
  id: `library.tag-key-${index + 1}`,
  titleKey: 'library:commands.tag' as const,
  shortcut: String(index + 1),
  hidden: true,
  isEnabled: ({ address }) => address.startsWith('/library') && selectedIds().length > 0,
  run: () => toggleTagByKey(index + 1),
}));
