import type { RecordFile } from './extras';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  epub: 'application/epub+zip',
  html: 'text/html',
  htm: 'text/html',
  txt: 'text/plain',
  text: 'text/plain',
  doc: 'application/msword',
  word: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  djvu: 'image/vnd.djvu',
  ps: 'application/postscript',
  postscript: 'application/postscript',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  url: 'text/html',
};

/**
 * Reads a `file` field as JabRef, Zotero and Mendeley write it: `title:path:type;title:path:type`, with `\:` and `\;` for the
 * signs themselves, or bare paths, also of Windows.
 * @param value field as it stands in the file (LaTeX escapes of `_` and `\` allowed)
 * @returns files in order; addresses have `url` and no path
 */
export function readLinkedFiles(value: string): readonly RecordFile[] {
  const plain = value
    .trim()
    .replace(/\$\\backslash\$/g, '\\')
    .replace(/\\textbackslash(?:\{\}|\s)?/g, '\\')
    .replace(/\{\\([_&%#$~])\}/g, '$1')
    .replace(/\\([_&%#$])/g, '$1');
  if (plain === '') return [];
  return splitEscaped(plain, ';').flatMap((record) => readOne(record));
}

/**
 * @param path a local path, a `file:` address, or a web address
 * @param title readable name, may be empty
 */
export function linkedFile(path: string, title: string): RecordFile | undefined {
  const clean = fromFileAddress(path.trim());
  if (clean === '') return undefined;
  const extension = /\.([a-z0-9]{2,5})$/i.exec(clean)?.[1]?.toLowerCase() ?? '';
  const mediaType = MEDIA_TYPES[extension] ?? '';
  return /^(?:https?|ftp):/i.test(clean)
    ? { path: '', title, mediaType, url: clean }
    : { path: clean, title, mediaType, url: '' };
}

/** `file://localhost/Users/…`, `file:///C:/…` and escaped blanks as a path. */
function fromFileAddress(path: string): string {
  if (!/^file:/i.test(path)) return path;
  const bare = path.replace(/^file:(?:\/\/(?:localhost)?)?/i, '');
  const decoded = decode(bare);
  return /^\/[A-Za-z]:/.test(decoded) ? decoded.slice(1) : decoded;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readOne(record: string): readonly RecordFile[] {
  const pieces = joinDrives(splitEscaped(record, ':'));
  const last = pieces.at(-1) ?? '';
  const hasType = pieces.length >= 2 && isType(last);
  const rest = (hasType ? pieces.slice(0, -1) : pieces).map((piece) => piece.trim());
  // "title:path" and "path:type" have two parts as well; a title is nothing without a path behind it.
  const title = rest.length >= 2 ? unescape(rest[0] ?? '') : '';
  const path = unescape(rest.length >= 2 ? rest.slice(1).join(':') : (rest[0] ?? ''));
  const file = linkedFile(path, title);
  if (file === undefined) return [];
  const type = hasType ? last.trim() : '';
  const mediaType = type.includes('/') ? type : (MEDIA_TYPES[type.toLowerCase()] ?? file.mediaType);
  return [{ ...file, mediaType }];
}

function isType(piece: string): boolean {
  const type = piece.trim().toLowerCase();
  return (
    type === '' ||
    /^[a-z]+\/[a-z0-9.+-]+$/.test(type) ||
    Object.hasOwn(MEDIA_TYPES, type) ||
    /^[a-z]{3,12}$/.test(type)
  );
}

/** A colon after a drive letter or an address's scheme parts nothing, escaped or not. */
function joinDrives(pieces: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const isDrive = before !== undefined && /^[A-Za-z]$/.test(before.trim()) && /^[\\/]/.test(piece);
    const isScheme =
      before !== undefined && /^(?:https?|ftp|file)$/i.test(before.trim()) && piece.startsWith('//');
    if (isDrive || isScheme) joined[joined.length - 1] = `${before.trim()}:${piece}`;
    else joined.push(piece);
  }
  return joined;
}

/** Splits at a sign that no backslash stands before; a backslash before another is an escaped one. */
function splitEscaped(value: string, sign: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < value.length; at += 1) {
    const char = value.charAt(at);
    if (char === '\\' && ['\\', ':', ';'].includes(value.charAt(at + 1))) at += 1;
    else if (char === sign) {
      parts.push(value.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(value.slice(start));
  return parts;
}

function unescape(piece: string): string {
  // A network path begins with two backslashes of its own.
  const network = /^\\\\(?!\\\\)[^\\:;]/.test(piece);
  const text = piece.replace(/\\([\\:;{}])/g, '$1');
  return network ? `\\${text}` : text;
}
