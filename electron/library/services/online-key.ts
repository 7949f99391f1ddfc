import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { fail, ok, type Result } from '@shared/lib/result';
import type { HostPort } from '../core';

const keyFile = z.object({ format: z.literal('inquiry-desk-service-key'), sealed: z.base64() });

/**
 * Keeps the key of OpenAlex in a file of its own, encrypted by the operating system for this user (safeStorage of main).
 * Not in the database: the command log forgets nothing, and a key must be removable.
 */
export class OnlineKey {
  #known: string | null | undefined;

  /** @param folder `keys` of the library @param host asks main */
  constructor(
    private readonly folder: string,
    private readonly host: Pick<HostPort, 'sealSecret' | 'openSecret'>,
  ) {}

  get #file(): string {
    return join(this.folder, 'openalex.json');
  }

  /** @returns the key, or null when there is none or it cannot be opened here (another computer or user) */
  async read(): Promise<string | null> {
    if (this.#known !== undefined) return this.#known;
    const text = await readFile(this.#file, 'utf8').catch(() => null);
    const parsed = text === null ? undefined : keyFile.safeParse(JSON.parse(text));
    if (parsed?.success !== true) return (this.#known = null);
    const opened = await this.host.openSecret(parsed.data.sealed);
    return (this.#known = opened.ok ? opened.value : null);
  }

  /** @param key new key, empty removes it @returns `online.no-safe-storage` when the system cannot encrypt: then nothing is kept */
  async write(key: string): Promise<Result<null>> {
    if (key === '') {
      await rm(this.#file, { force: true });
      this.#known = null;
      return ok(null);
    }
    const sealed = await this.host.sealSecret(key);
    if (!sealed.ok) return fail('online.no-safe-storage', undefined, sealed.error.cause);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const file: z.infer<typeof keyFile> = { format: 'inquiry-desk-service-key', sealed: sealed.value };
    await writeFile(this.#file, JSON.stringify(file), { mode: 0o600 });
    this.#known = key;
    return ok(null);
  }
}
