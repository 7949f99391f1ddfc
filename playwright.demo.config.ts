import { defineConfig } from '@playwright/test';

/** npm run demo: one long story through the real window. */
export default defineConfig({
  testDir: './tests/demo',
  testMatch: '**/*.demo.ts',
  workers: 1,
  timeout: 900_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  outputDir: './test-results/demo',
});
