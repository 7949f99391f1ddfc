/** Ukrainian to Latin, Resolution 55 of the Cabinet of Ministers of Ukraine (27 January 2010). */
const UKRAINIAN: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'h',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'y',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ь: '',
  ю: 'iu',
  я: 'ia',
  // Letters of other Cyrillic alphabets that turn up in the same libraries.
  ё: 'e',
  ъ: '',
  ы: 'y',
  э: 'e',
  ў: 'u',
  ј: 'j',
  љ: 'lj',
  њ: 'nj',
  ћ: 'c',
  ђ: 'dj',
  џ: 'dz',
};

/** The same Resolution's forms at the start of a word. */
const WORD_INITIAL: Readonly<Record<string, string>> = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' };

/** Russian reads г as g and has no і; a text with ы, э, ё or ъ is not Ukrainian. */
const RUSSIAN: Readonly<Record<string, string>> = { ...UKRAINIAN, г: 'g', и: 'i', й: 'y', ю: 'yu', я: 'ya' };

/**
 * Writes Cyrillic letters in Latin ones; other letters stay.
 * Ukrainian follows Resolution 55 (2010): зг is zgh, the soft sign and the apostrophe are dropped.
 * @param value text in any script
 */
export function transliterate(value: string): string {
  if (!/\p{Script=Cyrillic}/u.test(value)) return value;
  const russian = /[ыэёъ]/i.test(value) && !/[іїєґ]/i.test(value);
  const table = russian ? RUSSIAN : UKRAINIAN;
  return value.replace(/[\p{Script=Cyrillic}'’ʼ]+/gu, (word) => transliterateWord(word, table, russian));
}

function transliterateWord(word: string, table: Readonly<Record<string, string>>, russian: boolean): string {
  let result = '';
  let previous = '';
  for (const [index, letter] of [...word].entries()) {
    const lower = letter.toLowerCase();
    const initial = index === 0 && !russian ? WORD_INITIAL[lower] : undefined;
    // зг would read as ж (zh) without the extra letter.
    const latin =
      lower === 'г' && previous === 'з' && !russian
        ? 'gh'
        : (initial ?? table[lower] ?? (/['’ʼ]/.test(lower) ? '' : letter));
    result += letter === lower ? latin : latin.charAt(0).toUpperCase() + latin.slice(1);
    previous = lower;
  }
  return result;
}

/** Letters that Unicode does not take apart into a base letter and an accent. */
const LATIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
};

/**
 * Text in plain ASCII letters where a reading exists; the rest is dropped.
 * @param value text in any script
 */
export function toAscii(value: string): string {
  return transliterate(value)
    .replace(/[ßæÆœŒøØđĐðÐþÞłŁı]/g, (letter) => LATIN[letter] ?? '')
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]+/g, '');
}
