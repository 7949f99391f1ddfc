import { copyFile, mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { annotationsOfAttachment } from '@db/repositories/annotation';
import type { ExportFile } from '@db/repositories/export-records';
import { filePath } from '@db/repositories/file-place';
import { readTags } from '@db/repositories/tag';
import type { FolderFormat } from '@shared/domain/import';
import { writeBibtex, writeCslJson, type RecordNote } from '@shared/formats/bibliography';
import { webAnnotation } from '@shared/formats/web-annotation/web-annotation';
import { writeZoteroRdf } from '@shared/formats/zotero-rdf';
import { fail, ok, type Result } from '@shared/lib/result';
import { writeAnnotatedPdf } from '../adapters/annotated-pdf';
import {
  gatherRecords,
  readableName,
  type ExportChoice,
  type ExportResult,
  type ExportSource,
  type ExportWatch,
  type Gathered,
} from './export-gather';

/** Writes one file of the export: text as it is, anything else as JSON. */
type Put = (name: string, content: unknown) => Promise<void>;

/**
 * Writes records with all that belongs to them into a folder that other programs, and people, can open. It is there whole
 * or not at all: written beside its place under a hidden name and renamed. A folder with something in it is never touched.
 * @param format `zotero-rdf`: `<name>/<name>.rdf` and `<name>/files/<n>/…` as Zotero does;
 *   `open-folder`: the records in three formats, files, notes, annotations, collections and tags, and what is what
 * @param folder absolute path of the new folder
 * @param draftId makes the hidden name; the same one again takes the place of what a broken-off export left
 * @returns counts, or `import.export-folder-taken`, `import.export-failed`
 */
export async function writeFolder(
  source: ExportSource,
  format: FolderFormat,
  choice: ExportChoice,
  folder: string,
  draftId: string,
  watch: ExportWatch,
): Promise<Result<ExportResult>> {
  const draft = join(dirname(folder), `.${basename(folder)}.${draftId}`);
  try {
    if (await isTaken(folder)) return fail('import.export-folder-taken', { folder: basename(folder) });
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft);
    const gathered = gatherRecords(source.db, choice);
    const put: Put = async (name, content) => {
      const path = join(draft, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`);
    };
    if (format === 'zotero-rdf') await put(`${basename(folder)}.rdf`, writeZoteroRdf(gathered.library));
    else await putOpenFolder(put, source, gathered);
    const withMarks = format === 'zotero-rdf';
    const done = await copyFiles({ draft, withMarks }, source, gathered, watch);
    watch.signal.throwIfAborted();
    // Windows does not rename onto a folder, not even onto an empty one.
    await rmdir(folder).catch(() => undefined);
    await rename(draft, folder);
    return ok(done);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    return fail('import.export-failed', undefined, String(error));
  }
}

async function isTaken(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length > 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    // A file of that name, or a folder that may not be read: not ours to replace.
    return true;
  }
}

async function putOpenFolder(put: Put, { db }: ExportSource, { library, sources }: Gathered): Promise<void> {
  const { records, looseNotes = [], emptyCollections = [] } = library;
  const items = records.map(({ item }) => item);
  await put('library.json', writeCslJson(items));
  await put('library.bib', writeBibtex(items));
  await put('library.rdf', writeZoteroRdf(library));
  for (const [at, { item, extras }] of records.entries()) {
    const stem = `${String(at + 1).padStart(5, '0')}-${readableName(item.title ?? 'untitled', 60)}`;
    for (const [index, note] of (extras.notes ?? []).entries())
      await put(...noteFile(`${stem}-${String(index + 1)}`, note));
  }
  for (const [index, note] of looseNotes.entries())
    await put(...noteFile(`loose-${String(index + 1)}`, note));
  const annotations = [...sources].flatMap(([path, { attachmentId, fileId }]) =>
    annotationsOfAttachment(db, attachmentId).map((annotation) => webAnnotation(annotation, path, fileId)),
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
    readTags(db).map(({ name, color, shortcut }) => ({ name, color, shortcut })),
  );
  await put('README.md', README);
}

/** @param to `withMarks`: PDFs get their highlights written into them, as other programs read them only there */
async function copyFiles(
  to: { readonly draft: string; readonly withMarks: boolean },
  source: ExportSource,
  { library, sources }: Gathered,
  watch: ExportWatch,
): Promise<ExportResult> {
  const missing: string[] = [];
  let done = 0;
  for (const [path, file] of sources) {
    watch.signal.throwIfAborted();
    const target = join(to.draft, path);
    await mkdir(dirname(target), { recursive: true });
    try {
      const from = filePath(source.files, { id: file.fileId, linkedPath: file.linkedPath });
      const marked = to.withMarks ? await withHighlights(source, file, from) : null;
      if (marked === null) await copyFile(from, target);
      else await writeFile(target, marked);
    } catch (error) {
      // A paper may have been moved away, and the rest shall leave all the same; a full disk must not pass for that.
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
      missing.push(file.title);
    }
    done += 1;
    watch.progress(done, sources.size);
  }
  return { count: library.records.length, files: sources.size - missing.length, missing };
}

/** @returns the PDF with its highlights in it; null when it has none, or takes none (encrypted, damaged) */
async function withHighlights(
  { db }: ExportSource,
  { attachmentId, mediaType }: ExportFile,
  path: string,
): Promise<Uint8Array | null> {
  if (mediaType !== 'application/pdf') return null;
  const annotations = annotationsOfAttachment(db, attachmentId);
  if (annotations.length === 0) return null;
  const written = await writeAnnotatedPdf(await readFile(path), annotations, '');
  return written.ok ? written.value.bytes : null;
}

function noteFile(stem: string, note: RecordNote): [string, string] {
  return note.format === 'html'
    ? [`notes/${stem}.html`, `<!doctype html>\n<meta charset="utf-8">\n${note.body}\n`]
    : [`notes/${stem}.md`, `${note.body}\n`];
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
