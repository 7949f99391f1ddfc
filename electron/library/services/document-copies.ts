import { constants } from 'node:fs';
import { chmod, copyFile, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { z } from 'zod';
import { first, query } from '@db/query';
import { filePath } from '@db/repositories/file-place';
import { isRunByBeginning, isRunByEnding, readableName } from '@shared/domain/library/readable-name';
import { fail, ok, type Result } from '@shared/lib/result';
import type { Core } from '../core';

const BEGINNING_BYTES = 64;

const question = z.object({
  attachmentId: z.uuid(),
  /** Folder of main for readable copies. */
  folder: z.string().refine(isAbsolute),
});

/** A document as it may be handed to the system. */
export interface HandedOut {
  /** Absolute path, of a copy or of the person's own file. */
  readonly path: string;
  readonly isCopy: boolean;
}

interface Source {
  readonly fileId: string;
  /** Where its bytes are, links followed. */
  readonly path: string;
  readonly isLinked: boolean;
  readonly name: string;
}

/**
 * Gives main a path of a document that the system may open. A stored document lies under its hash, where no program knows what it is
 * and a change would damage it: a copy that cannot be written is made under its readable name. A linked one is opened where it is.
 * @param input `{ attachmentId, folder }`, from main and never from the page
 * @returns `files.attachment-not-found`, `health.file-not-there`, `health.file-runs` for programs and scripts, `health.copy-failed`
 */
export async function handOutDocument(
  core: Pick<Core, 'db' | 'paths' | 'ids'>,
  input: unknown,
): Promise<Result<HandedOut>> {
  const asked = question.safeParse(input);
  if (!asked.success) return fail('files.attachment-not-found');
  const source = await sourceOf(core, asked.data.attachmentId);
  if (!source.ok) return source;
  const { fileId, path, isLinked, name } = source.value;
  if (await isRun(source.value)) return fail('health.file-runs', { title: name });
  if (isLinked) return ok({ path, isCopy: false });
  // One folder per content: two documents of one name do not meet, and the same one is copied once.
  const target = join(asked.data.folder, fileId.slice(0, 16), name);
  try {
    const wanted = await stat(path);
    const present = await stat(target).catch(() => null);
    if (present?.size === wanted.size) return ok({ path: target, isCopy: true });
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await copyWhole(path, target, core.ids.next());
    await chmod(target, 0o400);
    return ok({ path: target, isCopy: true });
  } catch (error) {
    return fail('health.copy-failed', { title: name }, String(error));
  }
}

/**
 * Saves a copy of a document where the person wants it; programs and scripts too, as nothing is opened.
 * @param path absolute path the person chose; the library's own folder of documents is refused, its files never change
 * @returns `files.attachment-not-found`, `health.file-not-there`, `health.copy-failed`
 */
export async function saveDocument(
  core: Pick<Core, 'db' | 'paths' | 'ids'>,
  attachmentId: string,
  path: string,
): Promise<Result<{ path: string }>> {
  const source = await sourceOf(core, attachmentId);
  if (!source.ok) return source;
  const { name } = source.value;
  const target = resolve(path);
  if (!isAbsolute(path) || target.startsWith(resolve(core.paths.files) + sep) || target === source.value.path)
    return fail('health.copy-failed', { title: name });
  try {
    await copyWhole(source.value.path, target, core.ids.next());
    return ok({ path: target });
  } catch (error) {
    return fail('health.copy-failed', { title: name }, String(error));
  }
}

/** A PDF is one, also when it came as `viewcontent.cgi`. @returns the name of a document as a file */
export function fileNameOf(row: {
  readonly title: string;
  readonly origin: string;
  readonly mediaType: string;
}): string {
  return readableName(row.title, row.mediaType === 'application/pdf' ? 'document.pdf' : row.origin);
}

async function sourceOf(core: Pick<Core, 'db' | 'paths'>, attachmentId: string): Promise<Result<Source>> {
  const row = first(
    core.db,
    query
      .selectFrom('attachment')
      .innerJoin('file', 'file.id', 'attachment.file_id')
      .select([
        'file.id',
        'file.linked_path as linkedPath',
        'file.original_name as origin',
        'file.media_type as mediaType',
        'attachment.title',
      ])
      .where('attachment.id', '=', attachmentId),
  );
  if (!row) return fail('files.attachment-not-found');
  const name = fileNameOf(row);
  try {
    const path = await realpath(filePath(core.paths.files, row));
    if (!(await stat(path)).isFile()) return fail('health.file-not-there', { title: name });
    return ok({ fileId: row.id, path, isLinked: row.linkedPath !== null, name });
  } catch (error) {
    return fail('health.file-not-there', { title: name }, String(error));
  }
}

/** By the name it would be opened under, and by its first bytes: on Linux and macOS a program needs no ending. */
async function isRun({ path, isLinked, name }: Source): Promise<boolean> {
  if (isRunByEnding(isLinked ? basename(path) : name)) return true;
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(BEGINNING_BYTES), 0, BEGINNING_BYTES, 0);
    return isRunByBeginning(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

/** Written beside the target and renamed: a full disk never leaves half a file under the name. */
async function copyWhole(from: string, to: string, id: string): Promise<void> {
  const draft = join(dirname(to), `.${id}`);
  try {
    await copyFile(from, draft, constants.COPYFILE_EXCL);
    await rename(draft, to);
  } finally {
    await rm(draft, { force: true });
  }
}
