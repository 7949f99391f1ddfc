/** A source of invented words. */
export interface Prose {
  /** One word; frequent ones come often. */
  word(): string;
  /** @param count number of words */
  text(count: number): string;
  /** What people type: a word, two words, half a word; frequent ones and rare ones. @param count how many */
  queries(count: number): readonly string[];
}

/**
 * Invented prose from a seeded generator, so that two runs measure the same texts.
 * @param seed any whole number
 */
export function inventedProse(seed: number): Prose {
  let state = seed;
  const random = (): number => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const syllables = 'ka le mi ro tu sen par dol vik han bre sto gla phi ner tan wes cor lum qui'.split(' ');
  const syllable = (): string => syllables[Math.floor(random() * syllables.length)] ?? 'ka';
  // Frequent words are short, as in languages.
  const vocabulary = Array.from({ length: 30_000 }, (_, index) =>
    Array.from({ length: 2 + Math.min(3, Math.floor(Math.log10(index + 1))) }, syllable).join(''),
  );
  // Words follow Zipf's law, as in prose: few are everywhere, most are rare.
  const word = (): string => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? 'ka';
  const between = (from: number, to: number): string =>
    vocabulary[from + Math.floor(random() * (to - from))] ?? 'ka';
  const ranges = [
    [30, 300],
    [300, 3_000],
    [3_000, 30_000],
  ] as const;
  return {
    word,
    text: (count) => Array.from({ length: count }, word).join(' '),
    queries: (count) =>
      Array.from({ length: count }, (_, index) => {
        const [low, high] = ranges[index % 3] ?? [30, 300];
        const one = between(low, high);
        if (index % 4 === 0) return one.slice(0, 4);
        return index % 4 === 1 ? `${one} ${between(low, high)}` : one;
      }),
  };
}
