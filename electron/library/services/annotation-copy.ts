import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { annotatedFile, annotationsOfAttachment } from '@db/repositories/annotation';
import { filePath, findFilePlace } from '@db/repositories/file-place';
import { fail, ok, type Result } from '@shared/lib/result';
import { writeAnnotatedPdf } from '../adapters/annotated-pdf';
import type { Core } from '../core';

/** What was saved. */
export interface SavedCopy {
  readonly path: string;
  readonly written: number;
  readonly skipped: number;
}

/**
 * Saves a copy of a PDF with its annotations.
 * @param core database and folders
 * @param attachmentId the file
 * @param path absolute path the person chose; the library's own folder is refused, its files never change
 * @param author name in the comments
 * @returns what was saved, or `files.attachment-not-found`, `annotation.not-a-pdf`, `annotation.path-not-allowed`,
 *   `annotation.file-missing`,
 *   `annotation.linked-file-missing`, `annotation.pdf-encrypted`, `annotation.pdf-broken`, `annotation.cannot-write`
 */
export async function saveAnnotatedCopy(
  core: Pick<Core, 'db' | 'paths' | 'ids'>,
  attachmentId: string,
  path: string,
  author: string,
): Promise<Result<SavedCopy>> {
  const file = annotatedFile(core.db, attachmentId);
  if (!file) return fail('files.attachment-not-found');
  if (file.mediaType !== 'application/pdf') return fail('annotation.not-a-pdf');
  if (!isAbsolute(path) || resolve(path).startsWith(resolve(core.paths.files) + sep))
    return fail('annotation.path-not-allowed');
  const place = findFilePlace(core.db, file.fileId) ?? { id: file.fileId, linkedPath: null };
  const linked = place.linkedPath;
  if (linked !== null && resolve(path) === resolve(linked)) return fail('annotation.path-not-allowed');
  const source = await readFile(filePath(core.paths.files, place)).catch(() => null);
  if (!source)
    return linked === null ? fail('annotation.file-missing') : fail('annotation.linked-file-missing');
  const copy = await writeAnnotatedPdf(source, annotationsOfAttachment(core.db, attachmentId), author);
  if (!copy.ok) return copy;
  // Written beside the target and renamed: a full disk never leaves half a file under the chosen name.
  const draft = join(dirname(path), `.${basename(path)}.${core.ids.next()}`);
  try {
    await writeFile(draft, copy.value.bytes);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    return fail('annotation.cannot-write', { path: basename(path) }, String(error));
  }
  return ok({ path, written: copy.value.written, skipped: copy.value.skipped });
}
