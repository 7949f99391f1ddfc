import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const alias = { '@shared': at('./shared'), '@db': at('./db'), '@resources': at('./resources') };
// Several checkouts of one machine may build at once: each may name its own output folder.
const outDir = process.env['INQUIRY_OUT'] ?? 'out';

const workers = Object.fromEntries(
  readdirSync(at('./electron/library/workers'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => [`worker-${name.replace(/\.ts$/, '')}`, at(`./electron/library/workers/${name}`)]),
);

export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      outDir: `${outDir}/main`,
      rolldownOptions: {
        input: {
          index: at('./electron/main/index.ts'),
          library: at('./electron/library/index.ts'),
          cli: at('./electron/cli/index.ts'),
          ...workers,
        },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      outDir: `${outDir}/preload`,
      rolldownOptions: {
        input: { index: at('./electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('./renderer'),
    resolve: { alias },
    plugins: [react()],
    build: {
      outDir: `${outDir}/renderer`,
      minify: true,
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: at('./renderer/index.html') } },
    },
  },
});
