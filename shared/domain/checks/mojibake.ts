/** Characters of windows-1252 at the bytes 0x80 to 0x9f; unassigned ones stand for themselves. */
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** Characters of windows-1251 at the bytes 0x80 to 0xff. */
const CP1251 =
  'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя';

function byteOf1252(code: number, char: string): number | undefined {
  const at = CP1252.indexOf(char);
  if (at >= 0) return 0x80 + at;
  return code <= 0xff ? code : undefined;
}

function byteOf1251(code: number, char: string): number | undefined {
  const at = CP1251.indexOf(char);
  if (at >= 0) return 0x80 + at;
  return code < 0x80 ? code : undefined;
}

/** @returns the text that the bytes are in UTF-8; undefined when they are not valid UTF-8 with at least one long character */
function decodeUtf8(bytes: readonly number[]): string | undefined {
  let text = '';
  let long = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      text += String.fromCharCode(lead);
      continue;
    }
    const follow = lead >= 0xf0 && lead < 0xf5 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : 0;
    if (follow === 0 || lead >= 0xf5) return undefined;
    let code = lead & (0x3f >> follow);
    for (let step = 1; step <= follow; step += 1) {
      const next = bytes[at + step];
      if (next === undefined || (next & 0xc0) !== 0x80) return undefined;
      code = (code << 6) | (next & 0x3f);
    }
    text += String.fromCodePoint(code);
    at += follow;
    long += 1;
  }
  return long > 0 ? text : undefined;
}

function readAgain(
  text: string,
  byteOf: (code: number, char: string) => number | undefined,
): string | undefined {
  const bytes: number[] = [];
  for (const char of text) {
    const byte = byteOf(char.codePointAt(0) ?? 0, char);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  return decodeUtf8(bytes);
}

/** Runs of characters that UTF-8 read as windows-1252 or -1251 leaves behind. */
const SUSPECT =
  /[ÃÂâÐÑÅÄ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]|[РС][\u00a0-\u00bfЂЃѓ‚„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈҐЁЄЇІіґёєјЅѕї°±µ¶·№»]/;

/**
 * Repairs text that was UTF-8 and was read as windows-1252 ("cafÃ©") or windows-1251 ("Р§РёС‚Р°РЅРЅСЏ").
 * @param text any text @returns the text as it was meant; undefined when it is not broken in this way
 */
export function repairMojibake(text: string): string | undefined {
  if (!SUSPECT.test(text)) return undefined;
  const whole = readAgain(text, byteOf1252) ?? readAgain(text, byteOf1251);
  if (whole !== undefined) return whole;
  // Only some words are broken: mended word by word, as far as they can be.
  const mended = text.replace(/\S+/g, (word) =>
    SUSPECT.test(word) ? (readAgain(word, byteOf1252) ?? readAgain(word, byteOf1251) ?? word) : word,
  );
  return mended === text ? undefined : mended;
}
