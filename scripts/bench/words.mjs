/**
 * Invented prose from a seeded generator, so that two runs measure the same texts.
 * @param {number} seed
 */
export function inventedProse(seed) {
  let state = seed;
  const random = () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const syllables = 'ka le mi ro tu sen par dol vik han bre sto gla phi ner tan wes cor lum qui'.split(' ');
  const syllable = () => syllables[Math.floor(random() * syllables.length)] ?? 'ka';
  // Frequent words are short, as in languages.
  const vocabulary = Array.from({ length: 30_000 }, (_, index) =>
    Array.from({ length: 2 + Math.min(3, Math.floor(Math.log10(index + 1))) }, syllable).join(''),
  );
  // Words follow Zipf's law, as in prose: few are everywhere, most are rare.
  const word = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? 'ka';
  const between = (/** @type {number} */ from, /** @type {number} */ to) =>
    vocabulary[from + Math.floor(random() * (to - from))] ?? 'ka';
  return {
    word,
    text: (/** @type {number} */ count) => Array.from({ length: count }, word).join(' '),
    /** What people type: a word, two words, half a word; frequent ones and rare ones. */
    queries: (/** @type {number} */ count) =>
      Array.from({ length: count }, (_, index) => {
        const [low, high] = /** @type {const} */ ([
          [30, 300],
          [300, 3_000],
          [3_000, 30_000],
        ])[index % 3] ?? [30, 300];
        const one = between(low, high);
        if (index % 4 === 0) return one.slice(0, 4);
        return index % 4 === 1 ? `${one} ${between(low, high)}` : one;
      }),
  };
}
