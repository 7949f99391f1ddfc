import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const root = join(import.meta.dirname, '..', '..');

test('the command line prints JSON and nothing else, for scripts to read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'inquiry-cli-'));
  try {
    const ran = spawnSync(
      process.execPath,
      [join(root, 'scripts', 'cli.mjs'), '--library', join(folder, 'library'), 'check', '--json'],
      { cwd: root, encoding: 'utf8' },
    );
    expect(ran.status).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({ integrity: 'ok', items: 0, missingFiles: 0 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
