/** A title such as "Editorial" stands on hundreds of records; beyond this many, its first ones are compared. */
export const MAX_BUCKET = 120;

/**
 * Under what records with a nearly equal title meet: the first creator with the beginning of the title, and with its end. A slip
 * of the pen rarely hits both. Whoever looks for duplicates uses these, so that an import and the duplicates room find the same.
 * @param titleKey normalised title @param creator normalised name of the first creator, the family name first; its first word counts
 * @returns two keys; none for a title too short to be told by its parts
 */
export function nearTitleKeys(titleKey: string, creator: string): readonly string[] {
  const words = titleKey.split(' ');
  if (words.length <= 3) return [];
  const name = creator.split(' ')[0] ?? '';
  return [`near< ${name} ${words.slice(0, 2).join(' ')}`, `near> ${name} ${words.slice(-2).join(' ')}`];
}
