import { basename, extname } from 'node:path';
import type { RecordFile } from '@shared/formats/bibliography';
import type { Result } from '@shared/lib/result';
import type { FileStore } from '../adapters/file-store';
import { linkedPath, linkRoots, ordinaryFile } from './import-linked';
import { looksLikePdf } from './import-papers';
import { placesOf } from './import-places';
import type { StoredAttachment, StoredAttachments } from './import-stored';

/** Media types by ending, for files of which the bibliography does not say it. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.epub': 'application/epub+zip',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.csv': 'text/csv',
  '.zip': 'application/zip',
};

/**
 * Brings the files of any kind that a record names into the store. Only files beside the bibliography or in the person's own folder
 * are opened; what is not there and what was turned down is told.
 * @param store where the files go
 * @param source absolute path of the bibliography
 * @param files as the record names them
 * @param isLinked the files stay where they are
 */
export async function storeAttachments(
  store: Pick<FileStore, 'put' | 'hash'>,
  source: string,
  files: readonly RecordFile[],
  isLinked: boolean,
  signal: AbortSignal,
): Promise<StoredAttachments> {
  const stored: StoredAttachment[] = [];
  const missing: string[] = [];
  const refused: string[] = [];
  for (const file of files) {
    const found = await locate(source, file.path);
    if (!found.ok) {
      refused.push(file.path);
      continue;
    }
    const path = found.value;
    if (path === undefined) {
      missing.push(file.path === '' ? file.title : file.path);
      continue;
    }
    const mediaType = await mediaTypeOf(path, file.mediaType);
    const result = isLinked ? await store.hash(path, signal) : await store.put(path, signal);
    if (!result.ok) {
      missing.push(file.path);
      continue;
    }
    const name = basename(path);
    stored.push({
      file: result.value,
      name,
      title: file.title === '' ? name : file.title,
      mediaType,
      linkedPath: isLinked && !result.value.existed ? path : null,
    });
  }
  return { stored, missing, refused };
}

/** Programs write paths as they are or with per cent signs; the file that is there is the one that is meant. */
async function locate(source: string, name: string): Promise<Result<string | undefined>> {
  const roots = linkRoots(source);
  if (name === '') return { ok: true, value: undefined };
  let last: Result<string | undefined> = { ok: true, value: undefined };
  for (const candidate of placesOf(name, source)) {
    const named = linkedPath(candidate, roots);
    const found = named.ok ? await ordinaryFile(named.value, candidate, roots) : named;
    if (!found.ok) return found;
    last = found;
    if (found.value !== undefined) return found;
  }
  return last;
}

/** What a file is called decides nothing: only what begins like a PDF is opened as one. */
async function mediaTypeOf(path: string, told: string): Promise<string> {
  if (await looksLikePdf(path)) return 'application/pdf';
  const byName = MEDIA_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
  const type = told === '' || told === 'application/pdf' ? byName : told;
  return type === 'application/pdf' ? 'application/octet-stream' : type;
}
