import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '@shared/lib/result';

/** A file in the store. */
export interface StoredFile {
  /** Lower-case hex SHA-256 of the bytes: its name in the store. */
  readonly id: string;
  /** Bytes. */
  readonly size: number;
  /** Whether the store had these bytes before. */
  readonly existed: boolean;
}

const INCOMING = 'incoming-';

/**
 * The content-addressed store `files/ab/abcd…`: equal bytes are kept once, a file is there whole or not at all.
 * Bytes are streamed; nothing is held in memory.
 */
export class FileStore {
  /** @param folder absolute path of `files/` */
  constructor(private readonly folder: string) {}

  /**
   * Copies a file into the store.
   * @param path absolute path of the source
   * @param signal stops the copy
   * @returns the stored file, or `import.file-missing`, `import.file-unreadable`, `import.not-a-file`,
   *   `import.disk-full`, `import.cancelled`
   */
  async put(path: string, signal?: AbortSignal): Promise<Result<StoredFile>> {
    try {
      const source = await stat(path);
      if (!source.isFile()) return fail('import.not-a-file');
    } catch (error) {
      return fail(
        hasCode(error, 'ENOENT') ? 'import.file-missing' : 'import.file-unreadable',
        undefined,
        String(error),
      );
    }
    return this.#write(createReadStream(path, { highWaterMark: 256 * 1024 }), signal);
  }

  /**
   * Names a file by its bytes without copying it: for papers that stay where they are.
   * @param path absolute path of the source
   * @param signal stops the reading
   * @returns as {@link put}; `existed` says whether the store has the same bytes
   */
  async hash(path: string, signal?: AbortSignal): Promise<Result<StoredFile>> {
    try {
      if (!(await stat(path)).isFile()) return fail('import.not-a-file');
      const hash = createHash('sha256');
      let size = 0;
      for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
        if (signal?.aborted === true) return fail('import.cancelled');
        if (!(chunk instanceof Uint8Array)) continue;
        hash.update(chunk);
        size += chunk.length;
      }
      const id = hash.digest('hex');
      return ok({ id, size, existed: this.has(id) });
    } catch (error) {
      return fail(
        hasCode(error, 'ENOENT') ? 'import.file-missing' : 'import.file-unreadable',
        undefined,
        String(error),
      );
    }
  }

  /**
   * Writes bytes into the store.
   * @param bytes whole content
   */
  async putBytes(bytes: Uint8Array): Promise<Result<StoredFile>> {
    return this.#write([bytes]);
  }

  /** @param id SHA-256 @returns where the file is or would be */
  pathOf(id: string): string {
    return join(this.folder, id.slice(0, 2), id);
  }

  /** @param id SHA-256 */
  has(id: string): boolean {
    return existsSync(this.pathOf(id));
  }

  /** Removes a file that nothing refers to. @param id SHA-256 */
  async remove(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }

  /** Clears away what a killed process left half-written. Called once at start, before anything is stored. */
  removeUnfinished(): void {
    if (!existsSync(this.folder)) return;
    for (const name of readdirSync(this.folder)) {
      if (name.startsWith(INCOMING)) rmSync(join(this.folder, name), { force: true });
    }
  }

  async #write(
    chunks: AsyncIterable<unknown> | Iterable<unknown>,
    signal?: AbortSignal,
  ): Promise<Result<StoredFile>> {
    const incoming = join(this.folder, `${INCOMING}${randomUUID()}`);
    let handle: FileHandle | undefined;
    try {
      handle = await open(incoming, 'wx', 0o600);
      const hash = createHash('sha256');
      let size = 0;
      for await (const chunk of chunks) {
        if (signal?.aborted === true) return fail('import.cancelled');
        if (!(chunk instanceof Uint8Array)) continue;
        hash.update(chunk);
        await handle.write(chunk);
        size += chunk.length;
      }
      const id = hash.digest('hex');
      if (this.has(id)) return ok({ id, size, existed: true });
      // On the disk before it gets its name: a power cut must not leave an empty file under a hash.
      await handle.sync();
      await mkdir(join(this.folder, id.slice(0, 2)), { recursive: true, mode: 0o700 });
      await rename(incoming, this.pathOf(id));
      await syncFolder(join(this.folder, id.slice(0, 2)));
      return ok({ id, size, existed: false });
    } catch (error) {
      return fail(
        hasCode(error, 'ENOSPC') ? 'import.disk-full' : 'import.file-unreadable',
        undefined,
        String(error),
      );
    } finally {
      await handle?.close();
      await rm(incoming, { force: true });
    }
  }
}

/** The new name itself is durable only when its folder is. Windows cannot open folders, and needs not. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
