import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: { '@shared': at('./shared'), '@db': at('./db'), '@resources': at('./resources') },
  },
  test: {
    include: ['tests/{unit,db,contract,architecture,integration,property}/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
