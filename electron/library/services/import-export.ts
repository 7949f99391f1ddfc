import { rename, rm, writeFile } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { listForExport } from '@db/repositories/import-lookups';
import type { CslItem } from '@shared/domain/bibliography';
import { writeBibtex, writeCslJson, writeRis } from '@shared/formats/bibliography';
import { fail, ok, type Result } from '@shared/lib/result';
import type { Core } from '../core';
import { parseCsl } from './import-duplicates';

export type ExportFormat = 'bib' | 'ris' | 'csl-json';

/** What is exported: chosen records, a collection, or (neither) the whole library outside the trash. */
export interface ExportChoice {
  readonly itemIds?: readonly string[] | undefined;
  readonly collectionId?: string | undefined;
}

const WRITERS = {
  bib: writeBibtex,
  ris: writeRis,
  'csl-json': writeCslJson,
} as const satisfies Record<ExportFormat, (items: readonly CslItem[]) => string>;

/** Writes the library's records in formats that other programs read. */
export class BibliographyExport {
  /** @param core shared services */
  constructor(private readonly core: Pick<Core, 'db'>) {}

  /**
   * @param format which format
   * @param choice which records
   * @returns the text and the number of records in it
   */
  text(format: ExportFormat, choice: ExportChoice): { readonly text: string; readonly count: number } {
    const items = listForExport(this.core.db, choice).flatMap((row) => parseCsl(row.csl) ?? []);
    return { text: WRITERS[format](items), count: items.length };
  }

  /**
   * Writes a file; an existing one is replaced whole or not at all.
   * @param path absolute path, chosen by the person
   * @returns the number of records, or `import.relative-path`, `import.export-failed`
   */
  async toFile(format: ExportFormat, choice: ExportChoice, path: string): Promise<Result<{ count: number }>> {
    if (!isAbsolute(path)) return fail('import.relative-path');
    const { text, count } = this.text(format, choice);
    const partial = `${path}.partial`;
    try {
      await writeFile(partial, text, { encoding: 'utf8', flush: true });
      await rename(partial, path);
      return ok({ count });
    } catch (error) {
      await rm(partial, { force: true });
      return fail('import.export-failed', undefined, String(error));
    }
  }
}
