import type Database from 'better-sqlite3';
import {
  readExportCollections,
  readExportFiles,
  readExportNotes,
  readExportRelations,
  readExportRows,
  readExportTags,
  type ExportFile,
} from '@db/repositories/export-records';
import { listForExport } from '@db/repositories/import-lookups';
import type { RecordFile, RecordNote } from '@shared/formats/bibliography';
import { parseLocal, type RdfLibrary, type RdfRecord } from '@shared/formats/zotero-rdf';
import { parseCsl } from './import-duplicates';

/** What is exported: chosen records, a collection, or (neither) the whole library outside the trash. */
export interface ExportChoice {
  readonly itemIds?: readonly string[] | undefined;
  readonly collectionId?: string | undefined;
  /** Copies of the papers go into a folder beside the file, and the records name them. */
  readonly withFiles?: boolean | undefined;
}

/** Where an export reads from. */
export interface ExportSource {
  readonly db: Database.Database;
  /** Absolute path of the library's `files/`. */
  readonly files: string;
}

/** How an export tells how far it is, and learns that nobody wants it any more. */
export interface ExportWatch {
  readonly signal: AbortSignal;
  /** @param done files of `total` that are written */
  progress(done: number, total: number): void;
}

/** What an export wrote. */
export interface ExportResult {
  /** Records. */
  readonly count: number;
  /** Papers that went along. */
  readonly files: number;
  /** Titles of papers that are no longer where they should be. */
  readonly missing: readonly string[];
}

/** Records with all that hangs on them. */
export interface Gathered {
  readonly library: RdfLibrary;
  /** Where each file comes from, by its path in the export. */
  readonly sources: ReadonlyMap<string, ExportFile>;
}

/**
 * Reads the chosen records with collections, tags, notes, relations and the names their files shall have.
 * @param db the library
 * @param choice which records; only the whole library brings notes of no record and empty collections
 */
export function gatherRecords(db: Database.Database, choice: ExportChoice): Gathered {
  const rows = readExportRows(
    db,
    listForExport(db, choice).map(({ id }) => id),
  );
  const [tags, notes, files, relations] = [
    readExportTags(db),
    readExportNotes(db),
    readExportFiles(db),
    readExportRelations(db),
  ];
  const { paths, of } = readExportCollections(db);
  const sources = new Map<string, ExportFile>();
  const used = new Set<string>();
  const records = rows.flatMap((row): readonly RdfRecord[] => {
    const item = parseCsl(row.csl);
    if (item === undefined) return [];
    const collections = (of.get(row.id) ?? []).flatMap((id) => {
      used.add(id);
      return [paths.get(id) ?? []];
    });
    const local = parseLocal({
      readStatus: row.read_status,
      ...(row.relevance === null ? {} : { relevance: row.relevance }),
      ...(row.design === null ? {} : { design: row.design }),
      education: parsed(row.education),
    });
    const exported = (files.get(row.id) ?? []).map((file): RecordFile => {
      const path = `files/${String(sources.size + 1)}/${fileName(file)}`;
      sources.set(path, file);
      return { path, title: file.title, mediaType: file.mediaType, url: '' };
    });
    const extras = {
      collections,
      tags: tags.get(row.id) ?? [],
      notes: (notes.get(row.id) ?? []).map(asNote),
      files: exported,
      related: relations.get(row.id) ?? [],
      local,
      dateAdded: row.created_at,
    };
    return [{ key: row.id, item, extras }];
  });
  const isWhole = choice.itemIds === undefined && choice.collectionId === undefined;
  const inner = new Set([...paths.values()].map((path) => JSON.stringify(path.slice(0, -1))));
  const emptyCollections = [...paths]
    .filter(([id, path]) => !used.has(id) && !inner.has(JSON.stringify(path)))
    .map(([, path]) => path);
  return {
    library: isWhole
      ? { records, looseNotes: (notes.get('') ?? []).map(asNote), emptyCollections }
      : { records },
    sources,
  };
}

/** @returns a name that every file system takes */
export function readableName(text: string, length: number): string {
  const clean = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, length)
    .replace(/[. ]+$/, '');
  return clean === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(clean) ? 'untitled' : clean;
}

function asNote({ body, format }: { readonly body: string; readonly format: string }): RecordNote {
  return { body, format: format === 'html' ? 'html' : 'text' };
}

function fileName({ name }: ExportFile): string {
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && /^\.\w{1,8}$/.test(name.slice(dot)) ? name.slice(dot) : '';
  return `${readableName(name.slice(0, name.length - ending.length), 100)}${ending}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A foreign hand broke the column: the record leaves without it.
    return {};
  }
}
