import { createHash } from 'node:crypto';

/**
 * SHA-256 of bytes or text (as UTF-8) in lower-case hex.
 * @param content what to hash
 */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
