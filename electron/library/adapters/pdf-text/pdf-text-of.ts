import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { Core } from '../../core';
import { PdfTextPool } from './pdf-text-pool';
import type { PdfTextPort } from './port';

const pools = new WeakMap<Core, PdfTextPort>();

/**
 * The library's one reader of PDF text, shared by import and indexing: two threads, so that importing a paper does not
 * wait for the indexing of a book.
 * @param core shared services
 */
export function pdfTextOf(core: Core): PdfTextPort {
  let pool = pools.get(core);
  if (pool === undefined) {
    const pdfjs = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
    pool = new PdfTextPool({
      workerFile: join(core.workers, 'worker-pdf-text.js'),
      pdfjsFolder: dirname(pdfjs) + sep,
      size: 2,
    });
    pools.set(core, pool);
  }
  return pool;
}
