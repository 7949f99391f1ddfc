// npm run demo: story 1 of the domain reference through the real window; leaves documents, package and pictures in demo-output/.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { nodeBinary, root, say, toolEnvironment } from '../lib/steps.mjs';

const output = join(root, 'demo-output');
rmSync(output, { recursive: true, force: true });
mkdirSync(join(output, 'screenshots'), { recursive: true });
const run = spawnSync(
  nodeBinary(),
  [join(root, 'node_modules/@playwright/test/cli.js'), 'test', '-c', 'playwright.demo.config.ts'],
  {
    cwd: root,
    stdio: 'inherit',
    env: toolEnvironment({ INQUIRY_DEMO_OUTPUT: output }),
  },
);
say(`demo-output: ${readdirSync(output).join(', ')}`);
process.exit(run.status ?? 1);
