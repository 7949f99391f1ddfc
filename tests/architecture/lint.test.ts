import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** Lints a text as if it were that file and returns the rule ids that fired. */
async function rulesFiring(file: string, source: string): Promise<readonly (string | null)[]> {
  const eslint = new ESLint({
    cwd: root,
    // With CI set, typescript-eslint reads a file's first pass from the disk and would not see `source`.
    overrideConfig: { languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } } },
  });
  const [result] = await eslint.lintText(source, { filePath: join(root, file) });
  return (result?.messages ?? []).map((message) => message.ruleId);
}

describe('lint bans', () => {
  it('raw ipcMain outside electron/ipc/register.ts', async () => {
    const source = `import { ipcMain } from 'electron';\nipcMain.on('x', () => undefined);\n`;
    expect(await rulesFiring('electron/main/index.ts', source)).toContain('no-restricted-imports');
    expect(await rulesFiring('electron/ipc/register.ts', source)).not.toContain('no-restricted-imports');
  });

  it('raw ipcRenderer in the page', async () => {
    const source = `import { ipcRenderer } from 'electron';\nvoid ipcRenderer.invoke('x');\n`;
    expect(await rulesFiring('renderer/main.tsx', source)).toContain('no-restricted-imports');
  });

  it('user-visible text in JSX', async () => {
    const source = `export const View = () => <p aria-label="Good morning">Hello there</p>;\n`;
    const fired = await rulesFiring('renderer/main.tsx', source);
    expect(fired.filter((rule) => rule === 'inquiry/no-bare-text')).toHaveLength(2);
  });

  it('any, and files over 400 lines', async () => {
    const source = `export const x: any = 1;\n${'// line\n'.repeat(400)}`;
    const fired = await rulesFiring('renderer/main.tsx', source);
    expect(fired).toContain('@typescript-eslint/no-explicit-any');
    expect(fired).toContain('max-lines');
  });
}, 120_000);
