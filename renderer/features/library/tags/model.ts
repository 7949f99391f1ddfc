import type { Tag } from '@shared/ipc/contract/tags';

/** From this many tags on there is a box to look for one. */
export const FILTER_FROM = 20;
/** So many are drawn at most; the others are in the tag manager. */
export const DRAWN = 60;

export interface TagsToDraw {
  readonly drawn: readonly Tag[];
  /** Tags that fit what was typed, drawn or not. */
  readonly fitting: number;
}

/**
 * The tags of the side column: those with a key, those with a colour, then the most used ones. Chosen tags are always there, so that they
 * can be taken back.
 * @param counts papers of the shown list per tag; null when only those of the whole library are known
 * @param chosen ids of the tags that the list is narrowed to
 * @param query what was typed into the box
 */
export function tagsToDraw(
  tags: readonly Tag[],
  counts: ReadonlyMap<string, number> | null,
  chosen: readonly string[],
  query: string,
): TagsToDraw {
  const wanted = query.trim().toLocaleLowerCase();
  const fitting = tags.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  const uses = ({ id, count }: Tag): number => (counts === null ? count : (counts.get(id) ?? 0));
  const rank = ({ shortcut, color }: Tag): number =>
    shortcut !== null ? shortcut : color !== null ? 10 : 11;
  const sorted = [...fitting].sort(
    (a, b) => rank(a) - rank(b) || uses(b) - uses(a) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
  const drawn = sorted.slice(0, DRAWN);
  const missing = tags.filter((tag) => chosen.includes(tag.id) && !drawn.includes(tag));
  return { drawn: [...missing, ...drawn], fitting: fitting.length };
}
