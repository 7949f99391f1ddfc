// npm run cli -- --library DIR COMMAND: the command line over the same services, without a display.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import {
  ensureBuilt,
  ensureInstalled,
  failPlainly,
  nodeBinary,
  prepareQuietly,
  root,
  toolEnvironment,
} from './lib/steps.mjs';

try {
  prepareQuietly();
  ensureInstalled();
  ensureBuilt();
  const result = spawnSync(nodeBinary(), [join(root, 'out', 'main', 'cli.js'), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: toolEnvironment({ INQUIRY_RESOURCES: join(root, 'resources') }),
  });
  process.exit(result.status ?? 2);
} catch (error) {
  failPlainly(error);
}
