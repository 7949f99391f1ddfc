import type { CslItem, CslName } from './csl-item';

/** The creators a reader knows the work by: authors, else editors, else whoever is named first. */
export function mainCreators(item: CslItem): readonly CslName[] {
  const lists = [
    item.author,
    item.editor,
    item.director,
    item.interviewer,
    item.composer,
    item.performer,
    item['collection-editor'],
    item.translator,
    item.contributor,
    item.organizer,
  ];
  return lists.find((list) => list !== undefined && list.length > 0) ?? [];
}

/** @param name one creator; @returns the part it is filed under, with a particle that belongs to it ("van Dijk") */
export function familyName(name: CslName): string {
  if (name.literal) return name.literal;
  const particle = name['non-dropping-particle'];
  return [particle, name.family ?? name.given].filter(Boolean).join(' ');
}

/** @param name one creator; @returns "Given Family" or the body's name */
export function fullName(name: CslName): string {
  if (name.literal) return name.literal;
  return [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family, name.suffix]
    .filter(Boolean)
    .join(' ');
}

/**
 * The short form for lists: "Koval", "Koval & Bondar" or "Koval et al.".
 * @param item the record; @returns empty text when nobody is named
 */
export function creatorSummary(item: CslItem): string {
  const names = mainCreators(item).map(familyName).filter(Boolean);
  const [first, second] = names;
  if (first === undefined) return '';
  if (names.length > 2) return `${first} et al.`;
  return second === undefined ? first : `${first} & ${second}`;
}

/** A comma list "Family, Given" or a plain "Given Family" written by hand or by a vendor, as a CSL name. */
export function parseName(value: string): CslName | undefined {
  const clean = value
    .replace(/\s+/g, ' ')
    .replace(/[\s,;]+$/, '')
    .trim();
  if (clean === '') return undefined;
  const [family, given, suffix] = clean.split(/\s*,\s*/);
  if (family !== undefined && given !== undefined && given !== '') {
    return { family, given, ...(suffix ? { suffix } : {}) };
  }
  const words = clean.split(' ');
  if (words.length === 1) return { family: clean };
  // "Boisvert C." and "D'Andrea LD": a surname followed by initials, as indexing services write it.
  const last = words.at(-1) ?? '';
  if (words.length <= 3 && /^(?:\p{Lu}\.?-?){1,4}$/u.test(last) && /\p{Ll}/u.test(words[0] ?? '')) {
    return { family: words.slice(0, -1).join(' '), given: last };
  }
  const written = words.filter((word) => !INITIALS.test(word)).length;
  if (written > 4 || looksLikeBody(clean)) return { literal: clean };
  const [, before, particle, surname] = WITH_PARTICLE.exec(clean) ?? [];
  return before !== undefined && particle !== undefined && surname !== undefined
    ? { family: surname, given: before, 'non-dropping-particle': particle }
    : { family: last, given: words.slice(0, -1).join(' ') };
}

const INITIALS = /^(?:\p{Lu}\.-?)+$/u;
/** "H. J. W. de Baar": given name, particle, family name. */
const WITH_PARTICLE =
  /^(.+?) ((?:van|von|de|del|della|di|da|dos|du|ten|ter|zu|af|av)(?: (?:der|den|de|het|la|las|los))?) (\p{Lu}\S*(?: \p{Lu}\S*)?)$/u;

function looksLikeBody(value: string): boolean {
  return /\b(?:of|for|the|and|und|et|de la|group|committee|council|ministry|department|university|institute|association|society|team|consortium|organi[sz]ation|foundation|inc|ltd)\b/i.test(
    value,
  );
}
