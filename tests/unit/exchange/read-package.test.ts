import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PACKAGE_LIMITS, readPackage } from '../../../electron/library/adapters/case-package/read-package';
import { writeZip, writeZipWithName } from '../../builders/zips';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

describe('readPackage refuses what is not safe and says why', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'inquiry-zip-'));
    path = join(folder, 'a.inquiry.zip');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const code = async (limits = PACKAGE_LIMITS): Promise<string> => {
    const result = await readPackage(path, limits);
    return result.ok ? 'ok' : result.error.code;
  };

  it('reads a plain archive', async () => {
    await writeZip(path, [{ path: 'data/a.txt', bytes: text('hello') }]);
    const result = await readPackage(path);
    expect(result.ok && new TextDecoder().decode(result.value.get('data/a.txt'))).toBe('hello');
  });

  it.each([
    '../outside.txt',
    'a/../../outside.txt',
    '/etc/absolute.txt',
    'C:/windows.txt',
    'back\\slash.txt',
    './dot.txt',
  ])('a name that points outside: %s', async (name) => {
    await writeZipWithName(path, name, text('x'));
    expect(await code()).toBe('package.bad-path');
  });

  it('a symbolic link', async () => {
    await writeZip(path, [{ path: 'link', bytes: text('/etc/passwd'), mode: 0o120777 }]);
    expect(await code()).toBe('package.symlink');
  });

  it('a bomb: 50 MB of zeros in a few kilobytes', async () => {
    await writeZip(path, [{ path: 'zeros.bin', bytes: new Uint8Array(50 * 1024 * 1024) }]);
    expect(await code()).toBe('package.bomb');
  });

  it('too many entries, too much in all, one file too large', async () => {
    await writeZip(
      path,
      Array.from({ length: 12 }, (_, index) => ({ path: `f${String(index)}`, bytes: text('0123456789') })),
    );
    expect(await code({ ...PACKAGE_LIMITS, entries: 10 })).toBe('package.too-many-entries');
    expect(await code({ ...PACKAGE_LIMITS, totalBytes: 100 })).toBe('package.too-large');
    expect(await code({ ...PACKAGE_LIMITS, fileBytes: 5 })).toBe('package.too-large');
    expect(await code({ ...PACKAGE_LIMITS, archiveBytes: 50 })).toBe('package.too-large');
  });

  it('the same name twice', async () => {
    await writeZip(path, [
      { path: 'case.json', bytes: text('{}') },
      { path: 'case.json', bytes: text('{"evil":1}') },
    ]);
    expect(await code()).toBe('package.duplicate-entry');
  });

  it('junk, a truncated archive, a missing file, a link to a folder', async () => {
    writeFileSync(path, 'not a zip at all');
    expect(await code()).toBe('package.not-a-zip');
    await writeZip(path, [{ path: 'a.txt', bytes: text('hello '.repeat(1000)) }]);
    const { readFileSync } = await import('node:fs');
    writeFileSync(path, readFileSync(path).subarray(0, 60));
    expect(await code()).toBe('package.not-a-zip');
    rmSync(path);
    expect(await code()).toBe('package.missing');
    symlinkSync(folder, path);
    expect(await code()).toBe('package.not-a-zip');
  });
});
