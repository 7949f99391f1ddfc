const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  eacute: 'é',
  egrave: 'è',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
  szlig: 'ß',
};

/** HTML that CSL does not know; `<i>`, `<b>`, `<sub>`, `<sup>`, `<sc>` and `<span>` are CSL's own markup and stay. */
const TAG = /<\/?(?!(?:i|b|sub|sup|sc|span)\b)(?:[a-z]+:)?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/gi;
const ENTITY = /&(?:#(\d{2,6})|#x([0-9a-f]{2,6})|([a-z]{2,8}));/gi;

/** @param text field text @returns it without HTML tags and entities */
export function withoutHtml(text: string): string {
  const plain = text
    .replace(/<\/?(?:em)(?:\s[^<>]*)?>/gi, (tag) => (tag.startsWith('</') ? '</i>' : '<i>'))
    .replace(/<\/?(?:strong)(?:\s[^<>]*)?>/gi, (tag) => (tag.startsWith('</') ? '</b>' : '<b>'))
    .replace(/<\/?(?:jats:)?(?:p|br|div|title|sec)(?:\s[^<>]*)?\/?>/gi, ' ')
    .replace(TAG, '')
    .replace(ENTITY, (whole: string, decimal?: string, hex?: string, name?: string) => {
      const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : undefined;
      if (code !== undefined) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      return ENTITIES[(name ?? '').toLowerCase()] ?? whole;
    });
  return plain === text ? text : plain.replace(/ {2,}/g, ' ').trim();
}

const ACCENTS: Readonly<Record<string, string>> = {
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '"': '\u0308',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  c: '\u0327',
  v: '\u030c',
  u: '\u0306',
  H: '\u030b',
  r: '\u030a',
  k: '\u0328',
};
const LETTERS: Readonly<Record<string, string>> = {
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  aa: 'å',
  AA: 'Å',
  i: 'ı',
};

/** Signs of TeX: a command, an accent, an escaped sign, or braces around letters. */
const LATEX = /\\[a-zA-Z]+|\\["'`^~=.]\s*\{?\\?[a-zA-Z]|\\[&%$#_]|\{[^{}]*\}/;

/** @param text field text @returns it without TeX: accents as letters, commands and braces taken away */
export function withoutLatex(text: string): string {
  if (!LATEX.test(text)) return text;
  return text
    .replace(/\\(["'`^~=.])\s*\{?\\?([a-zA-Z])\}?/g, (_, mark: string, letter: string) =>
      (letter + (ACCENTS[mark] ?? '')).normalize('NFC'),
    )
    .replace(
      /\\([cvuHrk])(?:\s*\{([a-zA-Z])\}|\s+([a-zA-Z]))/g,
      (_, mark: string, braced?: string, bare?: string) =>
        ((braced ?? bare ?? '') + (ACCENTS[mark] ?? '')).normalize('NFC'),
    )
    .replace(
      /\\(ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i)(?![a-zA-Z])\s*(?:\{\})?/g,
      (_, name: string) => LETTERS[name] ?? '',
    )
    .replace(/\\(?:textit|emph|textsl)\s*\{([^{}]*)\}/g, '<i>$1</i>')
    .replace(/\\[a-zA-Z]+\s*\{([^{}]*)\}/g, '$1')
    .replace(/\\([&%$#_{}])/g, '$1')
    .replace(/\\(?:textendash|textemdash)\b\s*/g, '–')
    .replace(/\\[a-zA-Z]+\s*/g, '')
    .replace(/[{}]/g, '')
    .trim();
}

/** Shouted words that stay as they are. */
const ACRONYMS = new Set(
  'PISA TIMSS PIRLS STEM STEAM ICT ADHD OECD UNESCO UNICEF USA UK EU RCT AI EFL ESL ELT SEN IQ TV NGO DNA IT II III IV VI VII VIII IX ЄС США ЗНО НМТ ЮНЕСКО НУШ ІКТ'.split(
    ' ',
  ),
);

/** @param text any text @returns whether it has letters and all of them are capitals, over several words */
export function isAllCaps(text: string): boolean {
  const words = text.match(/\p{Letter}{2,}/gu) ?? [];
  return (
    words.length > 1 &&
    words.some((word) => word.length > 3 && !ACRONYMS.has(word)) &&
    text === text.toUpperCase() &&
    text !== text.toLowerCase()
  );
}

/** @param text a shouted title @returns it in sentence case: acronyms stay, a part after a colon begins with a capital */
export function sentenceCase(text: string): string {
  return text
    .replace(/\p{Letter}+/gu, (word) => (ACRONYMS.has(word) ? word : word.toLowerCase()))
    .replace(
      /(^\P{Letter}*|[:.?!]\s+)(\p{Letter})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    );
}

/** @param name a shouted name @returns "Koval-Bondar", "O'Brien", "McDonald" */
export function nameCase(name: string): string {
  return name
    .toLowerCase()
    .replace(
      /(^|[\s\-–.])(\p{Letter})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    )
    .replace(
      /(?<=\b[OD])(['’])(\p{Letter})/gu,
      (_, mark: string, letter: string) => mark + letter.toUpperCase(),
    )
    .replace(/\bMc(\p{Letter})/gu, (_, letter: string) => `Mc${letter.toUpperCase()}`);
}
