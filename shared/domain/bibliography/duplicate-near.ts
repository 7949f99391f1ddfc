/** A title such as "Editorial" stands on hundreds of records; beyond this many, its first ones are compared. */
export const MAX_BUCKET = 120;

/**
 * Under what records with a nearly equal title meet: the first creator with the beginning of the title, and with its end. A slip
 * of the pen rarely hits both. Whoever looks for duplicates uses these, so that an import and the duplicates room find the same.
 * @param titleKey normalised title @param sortAuthors the list column of that name
 * @returns two keys; none for a title too short to be told by its parts
 */
export function nearTitleKeys(titleKey: string, sortAuthors: string): readonly string[] {
  const words = titleKey.split(' ');
  if (words.length <= 3) return [];
  const creator = sortAuthors.split(' ')[0] ?? '';
  return [`near< ${creator} ${words.slice(0, 2).join(' ')}`, `near> ${creator} ${words.slice(-2).join(' ')}`];
}
