/** What a passage may give away. */
export type SensitiveKind = 'name' | 'e-mail' | 'phone' | 'date' | 'pseudonym-key';

/** A passage that the user is asked about; offsets are UTF-16 positions in the text. */
export interface SensitivePassage {
  readonly kind: SensitiveKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Proposed replacement, such as `[name]`. */
  readonly replacement: string;
}

const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Endings that a Ukrainian name may take in any case are at most this long (Петр + енкові). */
const LONGEST_ENDING = 4;
const SHORTEST_STEM = 2;
/** г, к, х turn into з, ц, с before і: Ольга - Ользі, Оленка - Оленці, Солоха - Солосі. */
const SOFTENED: Readonly<Record<string, string>> = { г: 'з', к: 'ц', х: 'с' };

const escapeForPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/**
 * The stems under which a Ukrainian name appears in any case: the ending is cut off, consonants that soften and vowels
 * that open (Антін - Антона, Федір - Федора) get their second form.
 * @param name one word in Cyrillic, nominative
 * @returns stems in lower case, each to be followed by an ending of up to four letters
 */
export function ukrainianStems(name: string): readonly string[] {
  const word = name.toLocaleLowerCase('uk');
  const stem = word.replace(/(?:ія|ія|ий|ій|о|а|я|ь|й|е|є|и)$/u, (ending) =>
    // Марія keeps the і of Марії; Білий and Олексій lose the й only or the whole ending.
    ending === 'ія' ? 'і' : ending === 'ій' ? 'і' : '',
  );
  const safe = stem.length >= SHORTEST_STEM ? stem : word;
  const stems = new Set([safe]);
  const last = safe.at(-1) ?? '';
  const soft = SOFTENED[last];
  if (soft !== undefined && word !== safe) stems.add(safe.slice(0, -1) + soft);
  // A closed last syllable with і may open to о or е.
  if (word === safe && /і[бвгґджзклмнпрстфхцчшщ]$/u.test(word)) {
    stems.add(`${word.slice(0, -2)}о${last}`);
    stems.add(`${word.slice(0, -2)}е${last}`);
  }
  return [...stems];
}

function namePattern(name: string): string {
  if (!CYRILLIC.test(name)) return `${escapeForPattern(name)}(?:['’]s|s['’]|es)?`;
  const stems = ukrainianStems(name).map(escapeForPattern).join('|');
  // An indeclinable name that ends as it stands must match too, and a longer word must not (Олен- in "оленячий" is
  // caught by the capital letter the match needs).
  return `(?:${stems})\\p{Script=Cyrillic}{0,${String(LONGEST_ENDING)}}`;
}

const CONTACTS: readonly {
  readonly kind: SensitiveKind;
  readonly pattern: RegExp;
  readonly replacement: string;
}[] = [
  { kind: 'e-mail', pattern: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu, replacement: '[e-mail]' },
  {
    kind: 'phone',
    pattern: /(?<![\p{L}\p{N}.])\+?\d[\d\s()-]{7,}\d(?![\p{L}\p{N}])/gu,
    replacement: '[phone]',
  },
  { kind: 'date', pattern: /(?<!\d)\d{1,2}[./]\d{1,2}[./](?:19|20)\d{2}(?!\d)/gu, replacement: '[date]' },
];

/**
 * Proposes passages to redact: names of a roster in any inflected form, e-mail addresses, phone numbers, dates of birth.
 * It proposes only; a person confirms each. Names count only with a capital letter, so that ordinary words stay.
 * @param text any text
 * @param roster names of pupils, parents, colleagues, schools, as the user typed them
 * @returns passages in the order of the text, without overlaps
 */
export function findSensitive(text: string, roster: readonly string[]): readonly SensitivePassage[] {
  const words = [
    ...new Set(roster.flatMap((name) => name.split(/[\s,;]+/u)).filter((word) => word.length > 1)),
  ];
  const found: SensitivePassage[] = CONTACTS.flatMap(({ kind, pattern, replacement }) =>
    [...text.matchAll(pattern)].map((match) => passage(kind, match, replacement)),
  );
  for (const word of words) {
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${namePattern(word)}(?![\\p{L}\\p{N}])`, 'giu');
    for (const match of text.matchAll(pattern)) {
      if (/^\p{Lu}/u.test(match[0])) found.push(passage('name', match, '[name]'));
    }
  }
  return withoutOverlaps(found);
}

function passage(kind: SensitiveKind, match: RegExpMatchArray, replacement: string): SensitivePassage {
  const start = match.index ?? 0;
  return { kind, start, end: start + match[0].length, text: match[0], replacement };
}

function withoutOverlaps(found: readonly SensitivePassage[]): readonly SensitivePassage[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: SensitivePassage[] = [];
  for (const next of sorted) {
    if (next.start >= (kept.at(-1)?.end ?? 0)) kept.push(next);
  }
  return kept;
}

/**
 * The text with the confirmed passages replaced.
 * @param text the text that the passages were found in
 * @param confirmed passages without overlaps
 */
export function redact(text: string, confirmed: readonly SensitivePassage[]): string {
  return [...confirmed]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (result, { start, end, replacement }) => result.slice(0, start) + replacement + result.slice(end),
      text,
    );
}
