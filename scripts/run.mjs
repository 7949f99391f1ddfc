// npm run demo | bench | package: prepares what they need, then runs scripts/<name>/index.ts-like entry below.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { failPlainly, nodeBinary, prepareWindow, root, StepError, toolEnvironment } from './lib/steps.mjs';

const name = process.argv[2] ?? '';
const entry = join(root, 'scripts', name, 'index.mjs');

try {
  if (!/^[a-z]+$/.test(name) || !existsSync(entry)) throw new StepError(`no such task: ${name}`);
  const window = await prepareWindow({ size: '1600x1000' });
  const result = spawnSync(nodeBinary(), [entry, ...process.argv.slice(3)], {
    cwd: root,
    stdio: 'inherit',
    env: toolEnvironment(window.environment),
  });
  window.stop();
  process.exit(result.status ?? 1);
} catch (error) {
  failPlainly(error);
}
