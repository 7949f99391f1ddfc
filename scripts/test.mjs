// npm test: installs what is missing, runs everything, ends with "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { failPlainly, nodeBinary, prepareWindow, root, say, toolEnvironment } from './lib/steps.mjs';

const reports = join(root, '.cache', 'test-reports');

function run(script, args, environment) {
  const result = spawnSync(nodeBinary(), [join(root, script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: toolEnvironment(environment),
  });
  return result.status ?? 1;
}

function readReport(name) {
  const path = join(reports, name);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

try {
  const window = await prepareWindow();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const totals = { passed: 0, failed: 0, skipped: 0 };
  const add = (passed, failed, skipped) => {
    totals.passed += passed;
    totals.failed += failed;
    totals.skipped += skipped;
  };

  say('checks: format, lint, types, layers, dead code');
  const checked = run('scripts/check.mjs', [], window.environment);
  add(checked === 0 ? 1 : 0, checked === 0 ? 0 : 1, 0);

  say('unit, database, contract, architecture and integration tests');
  const unit = run(
    'node_modules/vitest/vitest.mjs',
    ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${join(reports, 'vitest.json')}`],
    // Coloured dots fill a log file with escape codes.
    { ...window.environment, NO_COLOR: '1' },
  );
  const vitest = readReport('vitest.json');
  if (vitest) add(vitest.numPassedTests, vitest.numFailedTests, vitest.numPendingTests + vitest.numTodoTests);
  // A suite that does not load has no failed tests of its own.
  if (unit !== 0 && (!vitest || vitest.numFailedTests === 0)) add(0, 1, 0);

  say('end-to-end tests in the real window');
  const e2e = run('node_modules/@playwright/test/cli.js', ['test'], {
    ...window.environment,
    PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, 'playwright.json'),
  });
  const playwright = readReport('playwright.json');
  if (playwright)
    add(
      playwright.stats.expected + playwright.stats.flaky,
      playwright.stats.unexpected,
      playwright.stats.skipped,
    );
  if (e2e !== 0 && (!playwright || playwright.stats.unexpected === 0)) add(0, 1, 0);

  window.stop();
  if (totals.skipped > 0) say(`${totals.skipped} skipped (each says why above)`);
  process.stdout.write(`${totals.passed} passed, ${totals.failed} failed\n`);
  process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);
} catch (error) {
  failPlainly(error);
}
