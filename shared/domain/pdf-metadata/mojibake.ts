/**
 * Repair of Cyrillic text whose bytes (windows-1251) were read as Latin-1 ("Íå î÷åíü" for "Не очень").
 * Some PDF fonts carry such a wrong map, so every extractor sees the same wrong letters.
 */

/** windows-1251, bytes 0x80 to 0xFF (the Unicode mapping table of that code page; 0x98 is unassigned). */
const WINDOWS_1251 =
  'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя';

/** windows-1252 characters that extractors put for bytes 0x80 to 0x9F. */
const WINDOWS_1252_HIGH = new Map<string, number>(
  [
    ['€', 0x80],
    ['ƒ', 0x83],
    ['ˆ', 0x88],
    ['Š', 0x8a],
    ['Œ', 0x8c],
    ['Ž', 0x8e],
    ['˜', 0x98],
    ['š', 0x9a],
    ['œ', 0x9c],
    ['ž', 0x9e],
    ['Ÿ', 0x9f],
  ].map(([character, byte]) => [String(character), Number(byte)]),
);

const COMMON_CYRILLIC = new Set('оаеинтрсвліук');

/** @returns the byte (0x80..0xFF) a wrongly read character came from, or null when it is not such a character */
function highByte(character: string): number | null {
  const code = character.charCodeAt(0);
  if (character.length === 1 && code >= 0xa0 && code <= 0xff) return code;
  return WINDOWS_1252_HIGH.get(character) ?? null;
}

function decode(text: string): string {
  let out = '';
  for (const character of text) {
    const byte = highByte(character);
    out += byte === null ? character : (WINDOWS_1251[byte - 0x80] ?? character);
  }
  return out;
}

/**
 * Whether a text is windows-1251 read as Latin-1: nearly all its letters are accented Latin capitals and small
 * letters, in whole words, and read as windows-1251 they have the letter frequencies of Cyrillic prose.
 * @param text some hundred characters or more; short texts are never judged (less than 20 such letters)
 */
export function isCyrillicMojibake(text: string): boolean {
  let high = 0;
  let plain = 0;
  let cyrillic = 0;
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code >= 0xc0 && code <= 0xff) high += 1;
    else if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) plain += 1;
    else if (code >= 0x400 && code <= 0x4ff) cyrillic += 1;
  }
  if (high < 20 || cyrillic > high / 4) return false;
  // Languages written with many accents (Czech, Vietnamese, Portuguese) stay far below one in three.
  const words = text.match(/[A-Za-z\u00c0-\u00ff]{3,}/g) ?? [];
  const wholeHigh = words.filter((word) => !/[A-Za-z]/.test(word)).length;
  if (high / (high + plain) < 0.34 || wholeHigh < 4) return false;
  const decoded = decode(text).toLowerCase();
  let common = 0;
  let letters = 0;
  for (const character of decoded) {
    const code = character.charCodeAt(0);
    if (code < 0x400 || code > 0x4ff) continue;
    letters += 1;
    if (COMMON_CYRILLIC.has(character)) common += 1;
  }
  return letters > 0 && common / letters > 0.45;
}

/**
 * Puts windows-1251 text that was read as Latin-1 right, word by word, leaving true Latin words alone.
 * @param text text for which {@link isCyrillicMojibake} holds (or a part of such a text)
 */
export function repairCyrillicMojibake(text: string): string {
  return text.replace(/\S+/g, (word) => (/[\u00a1-\u00ff€ƒˆŠŒŽ˜šœžŸ]/.test(word) ? decode(word) : word));
}
