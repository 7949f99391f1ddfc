import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runCommandLine } from '../../../electron/cli/command-line';
import { aBibtexFile } from '../../builders/bibliography';

let folder: string;
let printed: string;
let complained: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inquiry-cli-'));
  printed = '';
  complained = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complained += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const run = (...args: readonly string[]): Promise<number> =>
  runCommandLine(['--library', join(folder, 'library'), ...args]);

it('imports with 0 when all is well, 1 when something needs a look, 2 when nothing can be done', async () => {
  const good = join(folder, 'good.bib');
  const mixed = join(folder, 'mixed.bib');
  writeFileSync(good, aBibtexFile(3));
  writeFileSync(mixed, `${aBibtexFile(2, 10)}\n@article{broken, title = {Never {closed},\n`);
  expect(await run('import', good)).toBe(0);
  expect(printed).toContain('imported: 3');

  printed = '';
  expect(await run('import', mixed, '--json')).toBe(1);
  expect(JSON.parse(printed)).toMatchObject({
    state: 'done',
    counts: { all: 3, imported: 2, duplicate: 0, attention: 1 },
    attention: [{ source: 'mixed.bib', code: 'import.unbalanced-braces' }],
  });

  expect(await run('import')).toBe(2);
  expect(complained).toContain('import.no-paths');
});

it('exports to a file or to standard output, and asks for a known format', async () => {
  const path = join(folder, 'refs.bib');
  writeFileSync(path, aBibtexFile(2));
  await run('import', path);

  printed = '';
  expect(await run('export', '--format', 'ris')).toBe(0);
  expect(printed.match(/^TY {2}- JOUR/gm)).toHaveLength(2);

  const out = join(folder, 'out.json');
  expect(await run('export', '--format', 'csl-json', '--out', out)).toBe(0);
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject([{ id: 'key0' }, { id: 'key1' }]);

  expect(await run('export', '--format', 'docx')).toBe(2);
  expect(complained).toContain('import.unknown-format');
});
