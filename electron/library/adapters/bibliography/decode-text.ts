import iconv from 'iconv-lite';

/** Encodings that bibliographies come in. */
export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'windows-1252';

export interface DecodedText {
  /** Text without a byte order mark, lines ending in \n. */
  readonly text: string;
  readonly encoding: TextEncodingName;
  /** Control characters per character in the first part: text has next to none, a picture or a program many. */
  readonly binary: boolean;
}

const SAMPLE_BYTES = 256 * 1024;

/**
 * Turns the bytes of a text file into text: byte order mark, then valid UTF-8, then UTF-16 by its zero bytes,
 * then Windows-1251 or -1252 by what the letters spell.
 * @param bytes whole file
 */
export function decodeText(bytes: Buffer): DecodedText {
  // A large file that is no text is told by its beginning, before time and memory are spent on the rest.
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const sampleEncoding = detectEncoding(sample);
  const start = iconv.decode(sample, sampleEncoding === 'utf-8' ? 'utf8' : sampleEncoding);
  // Text that other programs have damaged holds that sign itself.
  const own = sampleEncoding === 'utf-8' ? count(sample, REPLACEMENT) : 0;
  if (looksBinary(start, own)) return { text: '', encoding: sampleEncoding, binary: true };
  const encoding = detectEncoding(bytes);
  const decoded = encoding.startsWith('utf-16')
    ? iconv.decode(bytes, encoding)
    : decodeLines(bytes, encoding);
  const text = decoded.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  return { text, encoding, binary: false };
}

function detectEncoding(bytes: Buffer): TextEncodingName {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros = countZeros(sample);
  // In UTF-16 every ASCII letter has a zero on one side, and on one side only.
  if (zeros.odd > sample.length / 5 && zeros.even < zeros.odd / 10) return 'utf-16le';
  if (zeros.even > sample.length / 5 && zeros.odd < zeros.even / 10) return 'utf-16be';
  if (isUtf8(bytes)) return 'utf-8';
  return looksCyrillic(sample) ? 'windows-1251' : 'windows-1252';
}

/**
 * Files that several programs have appended to hold lines of more than one encoding: each line that is no UTF-8 is read in
 * the single-byte encoding that all such lines together look like.
 */
function decodeLines(bytes: Buffer, encoding: TextEncodingName): string {
  const whole = bytes.toString('utf8');
  if (!whole.includes('\uFFFD')) return whole;
  const lines: { readonly bytes: Buffer; readonly text: string | undefined }[] = [];
  let hasUtf8 = false;
  for (let start = 0; start < bytes.length;) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    const line = bytes.subarray(start, end);
    const text = line.toString('utf8');
    const isValid = !text.includes('\uFFFD') || line.includes(REPLACEMENT);
    hasUtf8 ||= isValid && text.length < line.length;
    lines.push({ bytes: line, text: isValid ? text : undefined });
    start = end;
  }
  if (!hasUtf8 && encoding !== 'utf-8') return iconv.decode(bytes, encoding);
  const others = lines.flatMap((line) => (line.text === undefined ? [line.bytes] : []));
  const single = looksCyrillic(Buffer.concat(others)) ? 'windows-1251' : 'windows-1252';
  return lines.map((line) => line.text ?? iconv.decode(line.bytes, single)).join('');
}

/** U+FFFD as the file itself has it: what was lost before cannot be read by any encoding. */
const REPLACEMENT = Buffer.from('\uFFFD');

function countZeros(bytes: Buffer): { readonly even: number; readonly odd: number } {
  let even = 0;
  let odd = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    if (bytes[index] === 0) {
      if (index % 2 === 0) even += 1;
      else odd += 1;
    }
  }
  return { even, odd };
}

/** Node's own check is native and fast; a single damaged place in a long UTF-8 file must not make it another encoding. */
function isUtf8(bytes: Buffer): boolean {
  const text = bytes.toString('utf8');
  const first = text.indexOf('\uFFFD');
  if (first < 0) return true;
  let wrong = 0;
  for (let at = first; at >= 0; at = text.indexOf('\uFFFD', at + 1)) wrong += 1;
  const multibyte = bytes.length - text.length;
  return multibyte > 50 && wrong * 100 < multibyte;
}

/**
 * In Windows-1251 Russian and Ukrainian words are runs of bytes C0-FF (with і ї є ґ below); in Windows-1252 and
 * Latin-1 accented letters stand alone between ASCII letters.
 */
function looksCyrillic(bytes: Buffer): boolean {
  let inRuns = 0;
  let alone = 0;
  let run = 0;
  for (const byte of bytes) {
    if (byte >= 0xc0 || [0xa5, 0xb4, 0xaa, 0xba, 0xaf, 0xbf, 0xb2, 0xb3, 0xa8, 0xb8].includes(byte)) {
      run += 1;
      continue;
    }
    if (run >= 3) inRuns += run;
    else alone += run;
    run = 0;
  }
  return inRuns > alone;
}

function count(bytes: Buffer, sign: Buffer): number {
  let found = 0;
  for (let at = bytes.indexOf(sign); at >= 0; at = bytes.indexOf(sign, at + sign.length)) found += 1;
  return found;
}

/** @param damaged how many signs of lost letters are no fault of the decoding */
function looksBinary(sample: string, damaged: number): boolean {
  let control = -damaged;
  for (let index = 0; index < sample.length; index += 1) {
    const code = sample.charCodeAt(index);
    if ((code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) || code === 0xfffd)
      control += 1;
  }
  return control > sample.length / 200;
}
