import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { fail, ok, type Result } from '@shared/lib/result';

const MAGIC = Buffer.from('INQSEAL1');
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts a file under a key of its own (AES-256-GCM), so that a raw table with names can be kept unchanged without
 * being readable in the library folder.
 * @param bytes the file as it came
 * @returns the sealed file and its key in base64
 */
export function sealBytes(bytes: Uint8Array): { readonly bytes: Buffer; readonly key: string } {
  const key = randomBytes(32);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(MAGIC);
  const data = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return { bytes: Buffer.concat([MAGIC, iv, cipher.getAuthTag(), data]), key: key.toString('base64') };
}

/**
 * Opens a sealed file.
 * @param sealed what sealBytes made
 * @param key its key in base64
 * @returns the file as it came, or `data.key-damaged`
 */
export function unsealBytes(sealed: Uint8Array, key: string): Result<Uint8Array> {
  const bytes = Buffer.from(sealed);
  const head = MAGIC.length + IV_BYTES + TAG_BYTES;
  if (bytes.length < head || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return fail('data.key-damaged');
  const iv = bytes.subarray(MAGIC.length, MAGIC.length + IV_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'base64'), iv);
  decipher.setAAD(MAGIC);
  decipher.setAuthTag(bytes.subarray(MAGIC.length + IV_BYTES, head));
  try {
    return ok(Buffer.concat([decipher.update(bytes.subarray(head)), decipher.final()]));
  } catch {
    // GCM reports a wrong key and changed bytes in the same way.
    return fail('data.key-damaged');
  }
}
