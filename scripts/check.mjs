// npm run check: format, lint, types, layers, dead code. Runs all of them and says which failed.
import { spawn } from 'node:child_process';
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

/** Runs one check. @returns whether it is fine, and what it said */
function run(script, args) {
  return new Promise((resolve) => {
    const child = spawn(nodeBinary(), [join(root, script), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: toolEnvironment(),
    });
    const said = [];
    child.stdout.on('data', (chunk) => said.push(chunk));
    child.stderr.on('data', (chunk) => said.push(chunk));
    child.once('error', (error) => resolve({ isFine: false, said: String(error) }));
    child.once('close', (code) => resolve({ isFine: code === 0, said: Buffer.concat(said).toString() }));
  });
}

/** Runs checks one after the other. @returns names of those that failed */
async function runAll(steps) {
  const failed = [];
  for (const [name, script, args] of steps) {
    // knip's parser is a native module of which only the Linux builds are in the lock file (docs/adr).
    if (name === 'dead code' && process.platform !== 'linux') {
      say('dead code: not checked on this system');
      continue;
    }
    const { isFine, said } = await run(script, args);
    if (said.trim() !== '') process.stdout.write(`${said.trimEnd()}\n`);
    if (isFine) say(`${name}: fine`);
    else failed.push(name);
  }
  return failed;
}

try {
  ensureInstalled();
  // The linter takes as long as all others together: two cores are enough for both at once.
  const isLint = ([name]) => name === 'lint';
  const failed = (
    await Promise.all([runAll(STEPS.filter(isLint)), runAll(STEPS.filter((step) => !isLint(step)))])
  ).flat();
  if (failed.length > 0) {
    say(`failed: ${failed.join(', ')}`);
    process.exit(1);
  }
} catch (error) {
  failPlainly(error);
}
