import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { readExportTags } from '@db/repositories/export-records';
import { filePath, listFilesOf, type AttachedFile } from '@db/repositories/file-place';
import { listForExport } from '@db/repositories/import-lookups';
import type { CslItem } from '@shared/domain/bibliography';
import { carriesFiles, type FileFormat } from '@shared/domain/import';
import {
  joinKeywords,
  splitKeywords,
  tableRows,
  writeBiblatex,
  writeBibtex,
  writeCslJson,
  writeRis,
} from '@shared/formats/bibliography';
import { csvText } from '@shared/formats/csv-write';
import { fail, ok, type Result } from '@shared/lib/result';
import { writeSpreadsheet } from '../adapters/spreadsheet';
import {
  gatherRecords,
  type ExportChoice,
  type ExportResult,
  type ExportSource,
  type ExportWatch,
} from './export-gather';
import { parseCsl } from './import-duplicates';

/** Formats that are text. */
export type TextFormat = Exclude<FileFormat, 'xlsx'>;

const WRITERS = {
  bib: writeBibtex,
  biblatex: writeBiblatex,
  ris: writeRis,
  'csl-json': writeCslJson,
} as const;

interface ExportedItem {
  readonly id: string;
  readonly item: CslItem;
}

/**
 * @param format which format
 * @param choice which records
 * @returns the text and the number of records in it
 */
export function exportText(
  db: Database.Database,
  format: TextFormat,
  choice: ExportChoice,
): { readonly text: string; readonly count: number } {
  if (format === 'csv') {
    const { records } = gatherRecords(db, choice).library;
    return { text: csvText(tableRows(records)), count: records.length };
  }
  const items = itemsOf(db, choice).map(({ item }) => item);
  return { text: WRITERS[format](items), count: items.length };
}

/**
 * Writes a file; an existing one is replaced whole or not at all. Papers go along into a folder of its own beside it.
 * @param path absolute path, chosen by the person
 * @returns counts, or `import.export-failed`
 */
export async function writeExportFile(
  source: ExportSource,
  format: FileFormat,
  choice: ExportChoice,
  path: string,
  watch: ExportWatch,
): Promise<Result<ExportResult>> {
  const partial = `${path}.partial`;
  try {
    const result = await writeTo(partial, source, format, choice, path, watch);
    watch.signal.throwIfAborted();
    await rename(partial, path);
    return ok(result);
  } catch (error) {
    await rm(partial, { force: true });
    return fail('import.export-failed', undefined, String(error));
  }
}

async function writeTo(
  partial: string,
  source: ExportSource,
  format: FileFormat,
  choice: ExportChoice,
  path: string,
  watch: ExportWatch,
): Promise<ExportResult> {
  if (format === 'xlsx') {
    const { records } = gatherRecords(source.db, choice).library;
    await writeSpreadsheet(tableRows(records), partial);
    return { count: records.length, files: 0, missing: [] };
  }
  if (format !== 'csv' && carriesFiles(format) && choice.withFiles === true) {
    const { items, ...copied } = await copyBeside(source, itemsOf(source.db, choice), path, watch);
    await put(partial, WRITERS[format](items));
    return { count: items.length, ...copied };
  }
  const { text, count } = exportText(source.db, format, choice);
  await put(partial, text);
  return { count, files: 0, missing: [] };
}

const put = (path: string, text: string): Promise<void> =>
  writeFile(path, text, { encoding: 'utf8', flush: true });

/** These formats know no tags of one's own: they go out as keywords, as from Zotero and JabRef. */
function itemsOf(db: Database.Database, choice: ExportChoice): readonly ExportedItem[] {
  const tags = readExportTags(db);
  return listForExport(db, choice).flatMap(({ id, csl }) => {
    const item = parseCsl(csl);
    return item === undefined ? [] : [{ id, item: withKeywords(item, tags.get(id) ?? []) }];
  });
}

function withKeywords(item: CslItem, tags: readonly string[]): CslItem {
  const own = splitKeywords(item.keyword ?? '');
  const known = new Set(own.map((word) => word.toLowerCase()));
  const added = tags.filter((tag) => !known.has(tag.toLowerCase()));
  return added.length === 0 ? item : { ...item, keyword: joinKeywords([...own, ...added]) };
}

/** Copies the papers of the records and names them in the field that JabRef, Zotero and this app read. */
async function copyBeside(
  source: ExportSource,
  exported: readonly ExportedItem[],
  path: string,
  watch: ExportWatch,
): Promise<Omit<ExportResult, 'count'> & { readonly items: readonly CslItem[] }> {
  const folder = `${basename(path, extname(path))} files`;
  const taken = new Set<string>();
  const items: CslItem[] = [];
  const missing: string[] = [];
  for (const [at, { id, item }] of exported.entries()) {
    watch.signal.throwIfAborted();
    const links: string[] = [];
    for (const file of listFilesOf(source.db, id)) {
      const name = freeName(file, item, taken);
      if (!(await copied(source, file, join(dirname(path), folder), name))) {
        missing.push(file.name);
        continue;
      }
      taken.add(name.toLowerCase());
      const kind = file.mediaType === 'application/pdf' ? 'PDF' : file.mediaType;
      links.push(`:${escaped(`${folder}/${name}`)}:${kind}`);
    }
    items.push(links.length === 0 ? item : withFileField(item, links.join(';')));
    watch.progress(at + 1, exported.length);
  }
  return { items, files: taken.size, missing };
}

async function copied(
  source: ExportSource,
  file: AttachedFile,
  folder: string,
  name: string,
): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  try {
    await copyFile(filePath(source.files, file), join(folder, name));
    return true;
  } catch (error) {
    // A paper that was linked may have been moved away; a full disk must not pass for that.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
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
