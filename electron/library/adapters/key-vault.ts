import { createCipheriv, createDecipheriv, randomBytes, scrypt, type ScryptOptions } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { PseudonymKey } from '@shared/domain/privacy';
import { fail, ok, type Result } from '@shared/lib/result';

/** Cost of scrypt: 128 MiB and some tenths of a second on a school computer. */
const COST = { N: 2 ** 17, r: 8, p: 1 } as const;
const MAX_COST_N = 2 ** 20;
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const IV_BYTES = 12;

/** The file as stored. Nothing in it but the encrypted table tells anything about a pupil. */
const vaultFile = z.object({
  format: z.literal('inquiry-desk-key'),
  version: z.literal(1),
  kdf: z.object({
    name: z.literal('scrypt'),
    N: z.number().int().min(2).max(MAX_COST_N),
    r: z.literal(8),
    p: z.literal(1),
    salt: z.base64(),
  }),
  cipher: z.object({ name: z.literal('aes-256-gcm'), iv: z.base64(), tag: z.base64() }),
  data: z.base64(),
});
const pairs = z.array(z.tuple([z.string(), z.string()]));
const plainTable = z.object({ identifiers: pairs, fileKeys: pairs });

/** Shortest passphrase that is accepted. */
export const SHORTEST_PASSPHRASE = 10;

/** What a key file holds (class P3). */
export interface KeyTable {
  readonly identifiers: PseudonymKey;
  /** SHA-256 of a sealed raw file -> base64 of the key it is sealed with. Destroying the table makes those files unreadable. */
  readonly fileKeys: ReadonlyMap<string, string>;
}

/** A key table of a project that has none yet. */
export const EMPTY_KEY_TABLE: KeyTable = { identifiers: new Map(), fileKeys: new Map() };

/** Keeps the pseudonym keys of projects (class P3) in encrypted files beside the database, never in it. */
export interface KeyVault {
  /** Whether a key file exists for the project. */
  has(projectId: string): Promise<boolean>;
  /**
   * Decrypts the key table.
   * @returns `data.key-not-kept`, `data.key-damaged` or `data.key-wrong-passphrase`
   */
  open(projectId: string, passphrase: string): Promise<Result<KeyTable>>;
  /**
   * Encrypts and writes the key table in one step (the old file stays until the new one is complete).
   * @returns `data.passphrase-too-short`
   */
  seal(projectId: string, table: KeyTable, passphrase: string): Promise<Result<null>>;
  /** Deletes the key for good: the first step to anonymous data. */
  destroy(projectId: string): Promise<void>;
}

/**
 * A key vault in a folder.
 * @param folder `keys` inside the library folder; made on first use, readable by its owner only
 */
export function createKeyVault(folder: string): KeyVault {
  const fileOf = (projectId: string): string => {
    // Ids are UUIDs; anything else must not become part of a path.
    if (!/^[0-9a-f-]{36}$/iu.test(projectId)) throw new Error('Not a project id');
    return join(folder, `${projectId}.key`);
  };
  return {
    has: async (projectId) => (await readIfThere(fileOf(projectId))) !== null,
    open: async (projectId, passphrase) => {
      const text = await readIfThere(fileOf(projectId));
      if (text === null) return fail('data.key-not-kept');
      return unseal(text, projectId, passphrase);
    },
    seal: async (projectId, table, passphrase) => {
      if (passphrase.length < SHORTEST_PASSPHRASE) {
        return fail('data.passphrase-too-short', { characters: SHORTEST_PASSPHRASE });
      }
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeWhole(fileOf(projectId), await sealed(table, projectId, passphrase));
      return ok(null);
    },
    destroy: async (projectId) => {
      await rm(fileOf(projectId), { force: true });
    },
  };
}

async function sealed(table: KeyTable, projectId: string, passphrase: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', await derive(passphrase, salt, COST.N), iv);
  // A key file renamed to another project must not open there.
  cipher.setAAD(Buffer.from(projectId));
  const plain = JSON.stringify({ identifiers: [...table.identifiers], fileKeys: [...table.fileKeys] });
  const data = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  const file = {
    format: 'inquiry-desk-key',
    version: 1,
    kdf: { name: 'scrypt', ...COST, salt: salt.toString('base64') },
    cipher: { name: 'aes-256-gcm', iv: iv.toString('base64'), tag: cipher.getAuthTag().toString('base64') },
    data: data.toString('base64'),
  } satisfies z.infer<typeof vaultFile>;
  return JSON.stringify(file);
}

async function unseal(text: string, projectId: string, passphrase: string): Promise<Result<KeyTable>> {
  const file = vaultFile.safeParse(parseJson(text));
  if (!file.success) return fail('data.key-damaged');
  const { kdf, cipher, data } = file.data;
  const secret = await derive(passphrase, Buffer.from(kdf.salt, 'base64'), kdf.N);
  try {
    const decipher = createDecipheriv('aes-256-gcm', secret, Buffer.from(cipher.iv, 'base64'));
    decipher.setAAD(Buffer.from(projectId));
    decipher.setAuthTag(Buffer.from(cipher.tag, 'base64'));
    const plain = Buffer.concat([decipher.update(Buffer.from(data, 'base64')), decipher.final()]);
    const table = plainTable.safeParse(parseJson(plain.toString('utf8')));
    if (!table.success) return fail('data.key-damaged');
    return ok({ identifiers: new Map(table.data.identifiers), fileKeys: new Map(table.data.fileKeys) });
  } catch {
    // GCM cannot tell a wrong passphrase from a changed file.
    return fail('data.key-wrong-passphrase');
  }
}

function derive(passphrase: string, salt: Uint8Array, cost: number): Promise<Buffer> {
  const options: ScryptOptions = { N: cost, r: COST.r, p: COST.p, maxmem: 256 * cost * COST.r };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The schema refuses undefined, so broken JSON is reported as a damaged file.
    return undefined;
  }
}

async function readIfThere(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? readFile(path, 'utf8') : null;
}

async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = `${path}.new`;
  const handle = await open(temporary, 'w', 0o600);
  try {
    await handle.writeFile(text, 'utf8');
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, path);
}
