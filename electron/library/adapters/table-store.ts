import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * SHA-256 of bytes in lower-case hex: the id of a file.
 * @param bytes any bytes
 */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Puts bytes into the content-addressed store of the library, complete on disk before the database speaks of them.
 * @param files the `files` folder of the library
 * @param bytes the content
 * @returns the id: SHA-256 in lower-case hex
 */
export async function storeBytes(files: string, bytes: Uint8Array): Promise<string> {
  const id = sha256(bytes);
  const folder = join(files, id.slice(0, 2));
  const target = join(folder, id);
  const there = await stat(target).catch(() => null);
  if (there?.size === bytes.length) return id;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = join(folder, `.${randomUUID()}.partial`);
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, target);
  return id;
}
