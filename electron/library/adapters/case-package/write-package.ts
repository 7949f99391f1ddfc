import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A file to be packed. */
export interface PackedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes a zip; the target appears only when it is complete.
 * @param target absolute path of the package
 * @param at ISO time written for every entry, so that the archive says nothing of this computer's files
 */
export async function writePackage(target: string, files: readonly PackedFile[], at: string): Promise<void> {
  const partial = `${target}.partial`;
  const zip = new ZipFile();
  for (const file of files) {
    zip.addBuffer(Buffer.from(file.bytes), file.path, { mtime: new Date(at), mode: 0o100644 });
  }
  zip.end();
  try {
    await pipeline(zip.outputStream, createWriteStream(partial, { mode: 0o600 }));
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}
