import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { fail, ok, type Result } from '@shared/lib/result';

/**
 * SHA-256 of a file's bytes, read in pieces.
 * @param path absolute path
 * @returns lower-case hex, or `import.file-missing`, `import.file-unreadable`
 */
export async function sha256OfFile(path: string): Promise<Result<string>> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
      if (chunk instanceof Uint8Array) hash.update(chunk);
    }
    return ok(hash.digest('hex'));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return fail(isMissing ? 'import.file-missing' : 'import.file-unreadable', undefined, String(error));
  }
}
