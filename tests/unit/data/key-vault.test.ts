import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeyVault, type KeyTable } from '../../../electron/library/adapters/key-vault';
import { sealBytes, unsealBytes } from '../../../electron/library/adapters/sealed-file';
import { valueOf } from '../../builders/scores';

const PROJECT = '01890000-0000-7000-8000-000000000001';
const OTHER = '01890000-0000-7000-8000-000000000002';
const PASSPHRASE = 'four quiet heron words';
const key: KeyTable = {
  identifiers: new Map([['ярина їжак', 'S-7QK4']]),
  fileKeys: new Map([['ab12', 'c2VjcmV0']]),
};
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vault-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('the key vault', () => {
  it('gives the key back for its passphrase only, and the file tells nothing', async () => {
    const vault = createKeyVault(join(folder, 'keys'));
    expect(await vault.has(PROJECT)).toBe(false);
    expect(await vault.open(PROJECT, PASSPHRASE)).toMatchObject({
      ok: false,
      error: { code: 'data.key-not-kept' },
    });
    valueOf(await vault.seal(PROJECT, key, PASSPHRASE));
    expect(await vault.has(PROJECT)).toBe(true);
    expect(valueOf(await vault.open(PROJECT, PASSPHRASE))).toEqual(key);
    expect(await vault.open(PROJECT, 'four quiet heron wordz')).toMatchObject({
      ok: false,
      error: { code: 'data.key-wrong-passphrase' },
    });
    const file = join(folder, 'keys', `${PROJECT}.key`);
    expect(await readFile(file, 'utf8')).not.toMatch(/їжак|7QK4|heron/u);
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect(await readdir(join(folder, 'keys'))).toEqual([`${PROJECT}.key`]);
  });

  it('refuses short passphrases, changed files, other projects’ files and path tricks', async () => {
    const vault = createKeyVault(folder);
    expect(await vault.seal(PROJECT, key, 'short')).toMatchObject({
      ok: false,
      error: { code: 'data.passphrase-too-short' },
    });
    valueOf(await vault.seal(PROJECT, key, PASSPHRASE));
    const text = await readFile(join(folder, `${PROJECT}.key`), 'utf8');
    await writeFile(join(folder, `${OTHER}.key`), text);
    expect(await vault.open(OTHER, PASSPHRASE)).toMatchObject({
      ok: false,
      error: { code: 'data.key-wrong-passphrase' },
    });
    await writeFile(join(folder, `${PROJECT}.key`), text.slice(0, -9));
    expect(await vault.open(PROJECT, PASSPHRASE)).toMatchObject({
      ok: false,
      error: { code: 'data.key-damaged' },
    });
    await expect(vault.open('../../etc/passwd', PASSPHRASE)).rejects.toThrow(/project id/);
  });

  it('destroys the key for good', async () => {
    const vault = createKeyVault(folder);
    valueOf(await vault.seal(PROJECT, key, PASSPHRASE));
    await vault.destroy(PROJECT);
    await vault.destroy(PROJECT);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('sealed files', () => {
  it('come back byte for byte with their key, and not with another', () => {
    const raw = Buffer.from('id;до;після\nЯрина;1;2\n');
    const sealed = sealBytes(raw);
    expect(sealed.bytes.includes(Buffer.from('Ярина'))).toBe(false);
    expect(Buffer.from(valueOf(unsealBytes(sealed.bytes, sealed.key)))).toEqual(raw);
    expect(unsealBytes(sealed.bytes, sealBytes(raw).key)).toMatchObject({
      ok: false,
      error: { code: 'data.key-damaged' },
    });
    expect(unsealBytes(sealed.bytes.subarray(0, 20), sealed.key).ok).toBe(false);
  });
});
