import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { annotationsOfAttachment } from '@db/repositories/annotation';
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
import { readTags } from '@db/repositories/tag';
import { webAnnotation } from '@shared/formats/web-annotation/web-annotation';
import { writeBibtex, writeCslJson, type RecordFile, type RecordNote } from '@shared/formats/bibliography';
import { parseLocal, writeZoteroRdf, type RdfLibrary, type RdfRecord } from '@shared/formats/zotero-rdf';
import { fail, ok, type Result } from '@shared/lib/result';
import type { FileStore } from '../adapters/file-store';
import type { Core } from '../core';
import { parseCsl } from './import-duplicates';
import type { ExportChoice } from './import-export';

/** What an export into a folder wrote. */
export interface FolderExport {
  readonly count: number;
  readonly files: number;
  /** Names of files that are no longer there. */
  readonly missing: readonly string[];
}

interface Gathered {
  readonly library: RdfLibrary;
  /** Where each file comes from, by its path in the export. */
  readonly sources: ReadonlyMap<string, ExportFile>;
}

/** Writes records with all that belongs to them into a folder that other programs, and people, can open. */
export class LibraryFolderExport {
  constructor(
    private readonly core: Pick<Core, 'db' | 'paths' | 'appVersion' | 'ids'>,
    private readonly files: FileStore,
  ) {}

  /**
   * Writes `<name>/<name>.rdf` and `<name>/files/<n>/…` as Zotero does.
   * @param folder absolute path of the new folder; must not be there yet
   * @returns counts, or `export.folder-taken`, `import.relative-path`, `import.export-failed`
   */
  zoteroRdf(choice: ExportChoice, folder: string): Promise<Result<FolderExport>> {
    return this.#write(folder, async (draft) => {
      const gathered = this.#gather(choice);
      await writeFile(join(draft, `${basename(folder)}.rdf`), writeZoteroRdf(gathered.library));
      return this.#copyFiles(draft, gathered);
    });
  }

  /**
   * Writes the open folder: the records in three formats, files, notes, annotations, collections and tags, and what is what.
   * @param folder absolute path of the new folder; must not be there yet
   */
  openFolder(choice: ExportChoice, folder: string): Promise<Result<FolderExport>> {
    return this.#write(folder, async (draft) => {
      const gathered = this.#gather(choice);
      const { records, looseNotes = [], emptyCollections = [] } = gathered.library;
      const items = records.map(({ item }) => item);
      const put = async (name: string, content: unknown): Promise<void> => {
        const path = join(draft, name);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(
          path,
          typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`,
        );
      };
      await put('library.json', writeCslJson(items));
      await put('library.bib', writeBibtex(items));
      await put('library.rdf', writeZoteroRdf(gathered.library));
      for (const [at, { item, extras }] of records.entries()) {
        const stem = `${String(at + 1).padStart(5, '0')}-${readable(item.title ?? 'untitled', 60)}`;
        for (const [index, note] of (extras.notes ?? []).entries())
          await put(...noteFile(`${stem}-${String(index + 1)}`, note));
      }
      for (const [index, note] of looseNotes.entries())
        await put(...noteFile(`loose-${String(index + 1)}`, note));
      const annotations = [...gathered.sources].flatMap(([path, { attachmentId }]) =>
        annotationsOfAttachment(this.core.db, attachmentId).map((annotation) =>
          webAnnotation(annotation, path),
        ),
      );
      await put('annotations.jsonld', {
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        type: 'AnnotationCollection',
        total: annotations.length,
        first: { type: 'AnnotationPage', items: annotations },
      });
      await put('collections.json', {
        collections: records.flatMap(({ item, extras }) =>
          (extras.collections ?? []).map((path) => ({
            path,
            member: item['citation-key'] ?? item.title ?? '',
          })),
        ),
        empty: emptyCollections,
      });
      await put(
        'tags.json',
        readTags(this.core.db).map(({ name, color, shortcut }) => ({ name, color, shortcut })),
      );
      await put('README.md', README);
      return this.#copyFiles(draft, gathered);
    });
  }

  /** A folder is there whole or not at all: it is written beside its place and renamed. */
  async #write(
    folder: string,
    work: (draft: string) => Promise<Omit<FolderExport, 'count'> & { readonly count: number }>,
  ): Promise<Result<FolderExport>> {
    if (!isAbsolute(folder)) return fail('import.relative-path');
    if (resolve(folder).startsWith(resolve(this.core.paths.files) + sep)) return fail('import.export-failed');
    const draft = join(dirname(folder), `.${basename(folder)}.${this.core.ids.next()}`);
    try {
      await mkdir(draft, { recursive: true });
      const done = await work(draft);
      await rename(draft, folder);
      return ok(done);
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      return fail('import.export-failed', undefined, String(error));
    }
  }

  #gather(choice: ExportChoice): Gathered {
    const { db } = this.core;
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

  async #copyFiles(draft: string, { library, sources }: Gathered): Promise<FolderExport> {
    const missing: string[] = [];
    for (const [path, file] of sources) {
      const target = join(draft, path);
      await mkdir(dirname(target), { recursive: true });
      try {
        await copyFile(file.linkedPath ?? this.files.pathOf(file.fileId), target);
      } catch {
        // The rest of the library shall leave all the same; what is missing is told.
        missing.push(file.title);
      }
    }
    return { count: library.records.length, files: sources.size - missing.length, missing };
  }
}

function asNote({ body, format }: { readonly body: string; readonly format: string }): RecordNote {
  return { body, format: format === 'html' ? 'html' : 'text' };
}

function noteFile(stem: string, note: RecordNote): [string, string] {
  return note.format === 'html'
    ? [`notes/${stem}.html`, `<!doctype html>\n<meta charset="utf-8">\n${note.body}\n`]
    : [`notes/${stem}.md`, `${note.body}\n`];
}

/** @returns a name that every file system takes */
function readable(text: string, length: number): string {
  const clean = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, length)
    .replace(/[. ]+$/, '');
  return clean === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(clean) ? 'untitled' : clean;
}

function fileName({ name }: ExportFile): string {
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && /^\.\w{1,8}$/.test(name.slice(dot)) ? name.slice(dot) : '';
  return `${readable(name.slice(0, name.length - ending.length), 100)}${ending}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A foreign hand broke the column: the record leaves without it.
    return {};
  }
}

const README = `# A library, for any program

- library.json: the records as CSL-JSON (Citation Style Language), with fields of other programs under "custom"
- library.bib: the same for LaTeX
- library.rdf: the same as Zotero RDF, with collections, tags, notes, files and related records; import this file to get everything
- files/: the papers, each in a folder of its own
- notes/: notes as HTML or Markdown
- annotations.jsonld: highlights and comments as W3C Web Annotations
- collections.json, tags.json: what is where, and the tags with colours
`;
