import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { PdfTextPool, type PdfTextPoolOptions } from '../../electron/library/adapters/pdf-text/pdf-text-pool';

const root = fileURLToPath(new URL('../..', import.meta.url));
let built: Promise<string> | null = null;

/**
 * Builds the PDF worker as the app ships it (one file, pdf.js left outside).
 * @returns absolute path of the built script
 */
export async function builtPdfWorker(): Promise<string> {
  built ??= (async () => {
    const outDir = join(root, '.cache', `pdf-worker-${String(process.pid)}`);
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      resolve: { alias: { '@shared': join(root, 'shared') } },
      build: {
        ssr: true,
        outDir,
        emptyOutDir: false,
        rolldownOptions: {
          input: { 'worker-pdf-text': join(root, 'electron/library/workers/pdf-text.ts') },
          external: [/^pdfjs-dist/],
          output: { entryFileNames: '[name].js' },
        },
      },
    });
    return join(outDir, 'worker-pdf-text.js');
  })();
  return built;
}

/** Folder of the installed pdf.js, ending in a separator. */
export const pdfjsFolder = `${dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))}${sep}`;

/** @param options overrides of the limits */
export async function aPdfTextPool(options: Partial<PdfTextPoolOptions> = {}): Promise<PdfTextPool> {
  return new PdfTextPool({ workerFile: await builtPdfWorker(), pdfjsFolder, ...options });
}
