/** Characters that are not mistaken for each other in handwriting: no 0/O, 1/I/L, U/V, 5/S, 8/B, 2/Z. */
const ALPHABET = 'ACDEFGHJKMNPQRTVWXY34679';
const LENGTH = 4;
const PATTERN = /^S-[A-Z0-9]{4}$/;

/** Gives a whole number from 0 up to, not including, `limit`; must be unpredictable outside tests. */
export type RandomIndex = (limit: number) => number;

/**
 * Whether a text already is a pseudonym of the app's form (`S-7QK4`).
 * @param text any cell
 */
export function isPseudonym(text: string): boolean {
  return PATTERN.test(text.trim());
}

/**
 * A new random pseudonym: never initials, never in class-list order.
 * @param random source of chance
 * @param taken pseudonyms of the same project; the new one is added
 * @throws when the project has used up nearly all pseudonyms (a bug: there are 331,776)
 */
export function newPseudonym(random: RandomIndex, taken: Set<string>): string {
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    const letters = Array.from({ length: LENGTH }, () => ALPHABET.charAt(random(ALPHABET.length)));
    // Four digits alone would look like a pupil number.
    if (letters.every((letter) => letter >= '0' && letter <= '9')) continue;
    const pseudonym = `S-${letters.join('')}`;
    if (taken.has(pseudonym)) continue;
    taken.add(pseudonym);
    return pseudonym;
  }
  throw new Error('No free pseudonym found');
}

/** The key table: the identifier as written in the school's list, and the pseudonym. Class P3, never in the database. */
export type PseudonymKey = ReadonlyMap<string, string>;

/**
 * The form in which two spellings of an identifier count as the same: Unicode-normalised, single spaces, no case.
 * Leading zeros are kept, since `007` and `7` may be two pupils.
 * @param identifier name or number from the file
 */
export function normaliseIdentifier(identifier: string): string {
  return identifier
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .replace(/[’ʼ`]/gu, "'")
    .trim()
    .toLocaleLowerCase('und');
}

/**
 * Gives every identifier its pseudonym, the same one as before in this project. Identifiers that already are pseudonyms
 * of the project are kept.
 * @param identifiers as written in the file
 * @param key the project's key so far (empty when there is none)
 * @param projectPseudonyms every pseudonym the project already uses, such as those of its consent register
 * @param random source of chance
 * @returns pseudonym per normalised identifier, and the key with what is new (kept pseudonyms need no entry)
 */
export function assignPseudonyms(
  identifiers: readonly string[],
  key: PseudonymKey,
  projectPseudonyms: ReadonlySet<string>,
  random: RandomIndex,
): { readonly pseudonyms: ReadonlyMap<string, string>; readonly key: PseudonymKey } {
  const taken = new Set([...projectPseudonyms, ...key.values()]);
  const nextKey = new Map(key);
  const pseudonyms = new Map<string, string>();
  for (const written of shuffled(identifiers, random)) {
    const identifier = normaliseIdentifier(written);
    if (pseudonyms.has(identifier)) continue;
    const asPseudonym = written.trim().toUpperCase();
    const known = nextKey.get(identifier);
    if (known !== undefined) pseudonyms.set(identifier, known);
    else if (isPseudonym(asPseudonym) && projectPseudonyms.has(asPseudonym))
      pseudonyms.set(identifier, asPseudonym);
    else {
      const pseudonym = newPseudonym(random, taken);
      pseudonyms.set(identifier, pseudonym);
      nextKey.set(identifier, pseudonym);
    }
  }
  return { pseudonyms, key: nextKey };
}

/**
 * A copy in random order (Fisher-Yates), so that the order of rows does not give the class list away.
 * @param values any list
 * @param random source of chance
 */
export function shuffled<T>(values: readonly T[], random: RandomIndex): readonly T[] {
  const copy = [...values];
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const other = random(last + 1);
    const a = copy[last];
    const b = copy[other];
    if (a === undefined || b === undefined) continue;
    copy[last] = b;
    copy[other] = a;
  }
  return copy;
}
