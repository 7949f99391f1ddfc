import { open as openFile, stat } from 'node:fs/promises';
import { fromFd, type Entry, type ZipFile } from 'yauzl';
import { fail, ok, type Result } from '@shared/lib/result';

/** What a package may be at most: a case without media is far below. */
export interface PackageLimits {
  readonly archiveBytes: number;
  readonly totalBytes: number;
  readonly fileBytes: number;
  readonly entries: number;
  /** Uncompressed to compressed bytes of one entry. */
  readonly ratio: number;
}
export const PACKAGE_LIMITS: PackageLimits = {
  archiveBytes: 200 * 1024 * 1024,
  totalBytes: 300 * 1024 * 1024,
  fileBytes: 100 * 1024 * 1024,
  entries: 2_000,
  ratio: 200,
};

const SYMLINK = 0o120000;
const TYPE_MASK = 0o170000;

/** An expected refusal, thrown inside this file and returned as a value. */
class Refusal extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/**
 * Reads a zip from somebody else into memory. Nothing is ever unpacked to disk under a name from the archive.
 * @param path absolute path of the archive
 * @returns bytes per entry path, or `package.not-a-zip`, `package.too-large`, `package.too-many-entries`, `package.bad-path`,
 *   `package.symlink`, `package.bomb`, `package.duplicate-entry`, `package.encrypted`
 */
export async function readPackage(
  path: string,
  limits: PackageLimits = PACKAGE_LIMITS,
): Promise<Result<ReadonlyMap<string, Uint8Array>>> {
  try {
    if ((await stat(path)).size > limits.archiveBytes) return fail('package.too-large');
    return ok(await readEntries(path, limits));
  } catch (error) {
    if (error instanceof Refusal) return fail(error.code);
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return fail('package.missing');
    const message = String(error);
    if (/invalid relative path|absolute path|invalid characters in fileName/.test(message))
      return fail('package.bad-path', undefined, message);
    return fail('package.not-a-zip', undefined, message);
  }
}

async function readEntries(path: string, limits: PackageLimits): Promise<ReadonlyMap<string, Uint8Array>> {
  const handle = await openFile(path, 'r');
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromFd(handle.fd, { lazyEntries: true, autoClose: false, strictFileNames: true }, (error, opened) => {
      if (error) reject(error);
      else resolve(opened);
    });
  });
  const files = new Map<string, Uint8Array>();
  let total = 0;
  try {
    if (zip.entryCount > limits.entries) throw new Refusal('package.too-many-entries');
    for await (const entry of entriesOf(zip)) {
      refuse(entry, files, limits);
      if (entry.fileName.endsWith('/')) continue;
      total += entry.uncompressedSize;
      if (total > limits.totalBytes) throw new Refusal('package.too-large');
      files.set(entry.fileName, await read(zip, entry));
    }
  } finally {
    await handle.close();
  }
  return files;
}

function refuse(entry: Entry, seen: ReadonlyMap<string, Uint8Array>, limits: PackageLimits): void {
  const name = entry.fileName;
  const parts = name.split('/');
  if (
    name.includes('\\') ||
    name.startsWith('/') ||
    /^[A-Za-z]:/.test(name) ||
    parts.includes('..') ||
    parts.includes('.')
  ) {
    throw new Refusal('package.bad-path');
  }
  if (((entry.externalFileAttributes >>> 16) & TYPE_MASK) === SYMLINK) throw new Refusal('package.symlink');
  if ((entry.generalPurposeBitFlag & 1) === 1) throw new Refusal('package.encrypted');
  if (seen.has(name)) throw new Refusal('package.duplicate-entry');
  if (entry.uncompressedSize > limits.fileBytes) throw new Refusal('package.too-large');
  if (
    entry.compressedSize > 0 &&
    entry.uncompressedSize / entry.compressedSize > limits.ratio &&
    entry.uncompressedSize > 1_000_000
  ) {
    throw new Refusal('package.bomb');
  }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const next = await new Promise<Entry | null>((resolve, reject) => {
      const clear = (): void => {
        zip.removeAllListeners('entry');
        zip.removeAllListeners('end');
        zip.removeAllListeners('error');
      };
      zip.once('entry', (entry: Entry) => {
        clear();
        resolve(entry);
      });
      zip.once('end', () => {
        clear();
        resolve(null);
      });
      zip.once('error', (error: Error) => {
        clear();
        reject(error);
      });
      zip.readEntry();
    });
    if (!next) return;
    yield next;
  }
}

async function read(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => {
      if (error) reject(error);
      else resolve(opened);
    });
  });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    // The header may lie about the size: what arrives counts.
    if (size > entry.uncompressedSize) throw new Refusal('package.bomb');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
