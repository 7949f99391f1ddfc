// npm run check: format, lint, types, layers, dead code. Runs all of them and says which failed.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, failPlainly, nodeBinary, root, say, toolEnvironment } from './lib/steps.mjs';

const STEPS = [
  ['format', 'node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']],
  ['lint', 'node_modules/eslint/bin/eslint.js', ['.', '--max-warnings=0']],
  ['types', 'scripts/typecheck.mjs', []],
  [
    'layers',
    'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    ['--config', '.dependency-cruiser.cjs', 'electron', 'renderer', 'shared', 'db', 'tests'],
  ],
  ['dead code', 'node_modules/knip/bin/knip.js', []],
];

try {
  ensureInstalled();
  const failed = [];
  for (const [name, script, args] of STEPS) {
    // knip's parser is a native module of which only the Linux builds are in the lock file (docs/adr).
    if (name === 'dead code' && process.platform !== 'linux') {
      say('dead code: not checked on this system');
      continue;
    }
    const result = spawnSync(nodeBinary(), [join(root, script), ...args], {
      cwd: root,
      stdio: 'inherit',
      env: toolEnvironment(),
    });
    if (result.status !== 0) failed.push(name);
    else say(`${name}: fine`);
  }
  if (failed.length > 0) {
    say(`failed: ${failed.join(', ')}`);
    process.exit(1);
  }
} catch (error) {
  failPlainly(error);
}
