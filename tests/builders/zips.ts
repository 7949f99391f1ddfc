import { createWriteStream, writeFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** One entry of a test archive. */
export interface ZipEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Unix mode, e.g. 0o120777 for a symbolic link. */
  readonly mode?: number;
}

/** Writes a well-formed zip. */
export async function writeZip(target: string, entries: readonly ZipEntry[]): Promise<void> {
  const zip = new ZipFile();
  for (const entry of entries) {
    zip.addBuffer(Buffer.from(entry.bytes), entry.path, { mode: entry.mode ?? 0o100644 });
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(target));
}

/**
 * Writes a zip whose entry names a library would refuse to write: the placeholder, of the same length, is replaced in the bytes.
 * @param evil the name that ends up in the archive
 */
export async function writeZipWithName(target: string, evil: string, bytes: Uint8Array): Promise<void> {
  const placeholder = 'x'.repeat(Buffer.byteLength(evil));
  const chunks: Buffer[] = [];
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(bytes), placeholder);
  zip.end();
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk as Uint8Array));
  const archive = Buffer.concat(chunks);
  for (let at = archive.indexOf(placeholder); at >= 0; at = archive.indexOf(placeholder, at + 1))
    archive.write(evil, at, 'utf8');
  writeFileSync(target, archive);
}
