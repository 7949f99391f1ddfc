import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, join } from 'node:path';
import { filePath, listFilesOf, type AttachedFile } from '@db/repositories/file-place';
import { listForExport } from '@db/repositories/import-lookups';
import type { CslItem } from '@shared/domain/bibliography';
import type { ExportFormat } from '@shared/domain/import';
import { writeBiblatex, writeBibtex, writeCslJson, writeRis } from '@shared/formats/bibliography';
import { fail, ok, type Result } from '@shared/lib/result';
import type { Core } from '../core';
import { parseCsl } from './import-duplicates';

/** What is exported: chosen records, a collection, or (neither) the whole library outside the trash. */
export interface ExportChoice {
  readonly itemIds?: readonly string[] | undefined;
  readonly collectionId?: string | undefined;
  /** Copies of the papers go into a folder beside the file, and the records name them. */
  readonly withFiles?: boolean | undefined;
}

const WRITERS = {
  bib: writeBibtex,
  biblatex: writeBiblatex,
  ris: writeRis,
  'csl-json': writeCslJson,
} as const satisfies Record<ExportFormat, (items: readonly CslItem[]) => string>;

interface ExportedItem {
  readonly id: string;
  readonly item: CslItem;
}

/** Writes the library's records in formats that other programs read. */
export class BibliographyExport {
  /** @param core shared services */
  constructor(private readonly core: Pick<Core, 'db' | 'paths'>) {}

  /**
   * @param format which format
   * @param choice which records
   * @returns the text and the number of records in it
   */
  text(format: ExportFormat, choice: ExportChoice): { readonly text: string; readonly count: number } {
    const items = this.#items(choice).map(({ item }) => item);
    return { text: WRITERS[format](items), count: items.length };
  }

  /**
   * Writes a file; an existing one is replaced whole or not at all. Papers go along into a folder of its own beside it.
   * @param path absolute path, chosen by the person
   * @returns the number of records and of papers that were not there any more, or `import.relative-path`, `import.export-failed`
   */
  async toFile(
    format: ExportFormat,
    choice: ExportChoice,
    path: string,
  ): Promise<Result<{ count: number; missing: number }>> {
    if (!isAbsolute(path)) return fail('import.relative-path');
    const partial = `${path}.partial`;
    try {
      const items = this.#items(choice);
      const copied = choice.withFiles === true ? await this.#copyFiles(items, path) : { items, missing: 0 };
      const text = WRITERS[format](copied.items.map(({ item }) => item));
      await writeFile(partial, text, { encoding: 'utf8', flush: true });
      await rename(partial, path);
      return ok({ count: items.length, missing: copied.missing });
    } catch (error) {
      await rm(partial, { force: true });
      return fail('import.export-failed', undefined, String(error));
    }
  }

  #items(choice: ExportChoice): readonly ExportedItem[] {
    return listForExport(this.core.db, choice).flatMap(({ id, csl }) => {
      const item = parseCsl(csl);
      return item === undefined ? [] : [{ id, item }];
    });
  }

  /** Copies the papers of the records and names them in the field that JabRef, Zotero and this app read. */
  async #copyFiles(
    items: readonly ExportedItem[],
    path: string,
  ): Promise<{ readonly items: readonly ExportedItem[]; readonly missing: number }> {
    const folder = `${basename(path, extname(path))} files`;
    const taken = new Set<string>();
    const named: ExportedItem[] = [];
    let missing = 0;
    for (const { id, item } of items) {
      const links: string[] = [];
      for (const file of listFilesOf(this.core.db, id)) {
        const name = freeName(file, item, taken);
        const isCopied = await this.#copy(file, join(dirname(path), folder), name);
        if (!isCopied) {
          missing += 1;
          continue;
        }
        taken.add(name.toLowerCase());
        links.push(
          `:${escaped(`${folder}/${name}`)}:${file.mediaType === 'application/pdf' ? 'PDF' : file.mediaType}`,
        );
      }
      named.push({ id, item: links.length === 0 ? item : withFileField(item, links.join(';')) });
    }
    return { items: named, missing };
  }

  async #copy(file: AttachedFile, folder: string, name: string): Promise<boolean> {
    await mkdir(folder, { recursive: true });
    try {
      await copyFile(filePath(this.core.paths.files, file), join(folder, name));
      return true;
    } catch (error) {
      // A paper that was linked may have been moved away; a full disk must not pass for that.
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
      throw error;
    }
  }
}

function withFileField(item: CslItem, file: string): CslItem {
  const own = item.custom?.['bibtex'];
  const fields = typeof own === 'object' && own !== null ? own : {};
  return { ...item, custom: { ...item.custom, bibtex: { ...fields, file } } };
}

/** `:` and `;` part the fields of a link. */
function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll(':', '\\:').replaceAll(';', '\\;');
}

/** The paper's own name, made safe for every system and unlike those before it. */
function freeName(file: AttachedFile, item: CslItem, taken: ReadonlySet<string>): string {
  const own = file.name.replaceAll(/[\p{Cc}/\\:*?"<>|{}%#]/gu, '_');
  const extension = extname(own);
  const stem = basename(own, extension).slice(0, 120) || (item['citation-key'] ?? 'paper');
  for (let number = 1; ; number += 1) {
    const name = `${stem}${number === 1 ? '' : ` ${String(number)}`}${extension}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
