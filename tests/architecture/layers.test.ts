import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import configuration from '../../.dependency-cruiser.cjs';

const root = join(import.meta.dirname, '..', '..');

/** One planted violation per rule: file, what it imports, the rule that must name it. */
const PLANTED: readonly { readonly file: string; readonly source: string; readonly rule: string }[] = [
  {
    file: 'shared/lib/canary.ts',
    source: `import '../domain/canary-target';`,
    rule: 'shared-lib-stands-alone',
  },
  {
    file: 'shared/domain/canary-target.ts',
    source: `import '../ipc/events';`,
    rule: 'shared-domain-is-pure',
  },
  {
    file: 'shared/domain/canary-outside.ts',
    source: `import '../../db/query';`,
    rule: 'shared-knows-no-outside',
  },
  { file: 'shared/domain/canary-core.ts', source: `import 'node:fs';`, rule: 'shared-not-to-core' },
  { file: 'shared/formats/canary-ui.ts', source: `import 'react';`, rule: 'shared-not-to-ui-packages' },
  { file: 'db/canary.ts', source: `import '../electron/library/log';`, rule: 'db-knows-no-outside' },
  { file: 'db/migrations/canary.ts', source: `import '../query';`, rule: 'migrations-stand-alone' },
  {
    file: 'electron/library/canary-main.ts',
    source: `import '../main/byte-range';`,
    rule: 'library-knows-no-main',
  },
  {
    file: 'electron/library/canary-electron.ts',
    source: `import 'electron';`,
    rule: 'library-not-to-electron',
  },
  { file: 'electron/main/canary.ts', source: `import '../library/log';`, rule: 'main-has-no-sql' },
  {
    file: 'electron/preload/canary.ts',
    source: `import '../../shared/ipc/events';`,
    rule: 'preload-is-channels-only',
  },
  {
    file: 'electron/ipc/canary.ts',
    source: `import '../../db/query';`,
    rule: 'only-library-opens-the-database',
  },
  {
    file: 'renderer/lib/canary.ts',
    source: `import '../../electron/main/byte-range';`,
    rule: 'renderer-to-shared-only',
  },
  { file: 'renderer/lib/canary-core.ts', source: `import 'node:path';`, rule: 'renderer-not-to-core' },
  {
    file: 'renderer/ui/canary-feature.ts',
    source: `import '../features/canary-a/canary';`,
    rule: 'renderer-base-knows-no-features',
  },
  {
    file: 'renderer/ui/canary-ipc.ts',
    source: `import '../../shared/ipc/events';`,
    rule: 'renderer-ui-knows-no-ipc',
  },
  {
    file: 'renderer/pdf/canary.ts',
    source: `import '../app/canary-app';`,
    rule: 'renderer-pdf-knows-no-features',
  },
  {
    file: 'renderer/features/canary-a/canary.ts',
    source: `import '../canary-b/canary';`,
    rule: 'no-feature-imports-another',
  },
  {
    file: 'renderer/features/canary-b/canary.ts',
    source: `import '../../app/canary-app';`,
    rule: 'features-know-no-app',
  },
  { file: 'renderer/app/canary-app.ts', source: `export const canary = 1;`, rule: '' },
  { file: 'renderer/app/canary-circle.ts', source: `import './canary-circle-b';`, rule: 'no-circular' },
  { file: 'renderer/app/canary-circle-b.ts', source: `import './canary-circle';`, rule: 'no-circular' },
  { file: 'db/canary-tests.ts', source: `import '../tests/builders/rows';`, rule: 'nobody-imports-tests' },
];

async function check(base: string): Promise<ICruiseResult> {
  const { options, ...ruleSet } = configuration;
  const result = await cruise(
    ['electron', 'renderer', 'shared', 'db'],
    { ...options, baseDir: base, ruleSet, validate: true },
    undefined,
    { tsConfig: extractTSConfig(join(root, 'tsconfig.base.json')) },
  );
  if (typeof result.output === 'string') throw new Error('expected an object');
  return result.output;
}

describe('the layers', () => {
  const copy = join(root, '.cache', 'canaries');

  beforeAll(async () => {
    // A copy of the tree, so that a crash never leaves a planted file in the sources.
    const { cpSync, symlinkSync } = await import('node:fs');
    rmSync(copy, { recursive: true, force: true });
    mkdirSync(copy, { recursive: true });
    for (const folder of ['electron', 'renderer', 'shared', 'db', 'tests/builders']) {
      cpSync(join(root, folder), join(copy, folder), { recursive: true });
    }
    cpSync(join(root, 'tsconfig.base.json'), join(copy, 'tsconfig.base.json'));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    for (const planted of PLANTED) {
      mkdirSync(dirname(join(copy, planted.file)), { recursive: true });
      writeFileSync(join(copy, planted.file), `${planted.source}\nexport {};\n`);
    }
  });
  afterAll(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  it('hold in the sources, and enough modules were looked at', async () => {
    const result = await check(root);
    expect(
      result.summary.violations.map(
        (violation) => `${violation.rule.name}: ${violation.from} -> ${violation.to}`,
      ),
    ).toEqual([]);
    expect(result.summary.totalCruised).toBeGreaterThan(100);
  }, 120_000);

  it('report every planted violation', async () => {
    const result = await check(copy);
    for (const planted of PLANTED) {
      if (planted.rule === '') continue;
      const found = result.summary.violations.some(
        (violation) =>
          violation.rule.name === planted.rule &&
          (violation.from === planted.file ||
            (violation.cycle ?? []).some((step) => step.name === planted.file)),
      );
      expect(found, `${planted.rule} must report ${planted.file}`).toBe(true);
    }
  }, 120_000);
});
