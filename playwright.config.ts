import { defineConfig } from '@playwright/test';

/** e2e: the real window, one at a time (the machine has two cores, and each test has its own library and user data folder). */
export default defineConfig({
  testDir: './tests/e2e',
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  retries: 0,
  reporter: [['list'], ['json']],
  outputDir: './test-results',
});
