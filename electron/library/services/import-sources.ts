import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { kindOfFile } from '@shared/domain/import';

export type SourceKind = ReturnType<typeof kindOfFile>;

/** One file an import will read. */
export interface ImportSource {
  readonly path: string;
  /** Name for the report: the chosen file's name, or the path from the chosen folder on. Never an absolute path. */
  readonly name: string;
  readonly kind: SourceKind;
  /** Chosen itself, not found in a folder: then it must be reported even when it cannot be read. */
  readonly chosen: boolean;
  /** Place in the fixed order of the import; rises from file to file. */
  readonly order: string;
  /** Size in bytes. */
  readonly bytes: number;
  /** Milliseconds since 1970 of the last change. */
  readonly modified: number;
  /** Names of the folders it was found in, from the chosen one down; none when it was chosen itself. */
  readonly folders: readonly string[];
}

/** Something that was named but cannot be looked at. */
export interface UnreadableSource {
  readonly name: string;
  readonly code: 'import.file-missing' | 'import.file-unreadable' | 'import.folder-too-large';
}

export interface ExpandedSources {
  readonly files: readonly ImportSource[];
  readonly unreadable: readonly UnreadableSource[];
}

const MAX_DEPTH = 40;
const MAX_FILES = 100_000;

/**
 * Lists the files below the chosen paths in an order that is the same each time, so that an interrupted import can go on.
 * Hidden files and symbolic links inside folders are left out: a link could lead in a circle or out of the folder.
 * @param paths absolute paths of files and folders, as chosen
 */
export async function expandSources(paths: readonly string[]): Promise<ExpandedSources> {
  const files: ImportSource[] = [];
  const unreadable: UnreadableSource[] = [];
  for (const [index, path] of paths.entries()) {
    const root = String(index).padStart(6, '0');
    try {
      const status = await stat(path);
      if (status.isDirectory()) {
        await walk(path, path, root, 0, files, unreadable);
      } else {
        files.push({
          path,
          name: basename(path),
          kind: kindOf(path),
          chosen: true,
          order: orderOf(path, root),
          bytes: status.size,
          modified: Math.floor(status.mtimeMs),
          folders: [],
        });
      }
    } catch (error) {
      const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      unreadable.push({
        name: basename(path),
        code: missing ? 'import.file-missing' : 'import.file-unreadable',
      });
    }
  }
  return { files: files.sort((a, b) => (a.order < b.order ? -1 : 1)), unreadable };
}

/**
 * Bibliographies are read first, those of outer folders before those of inner ones: what they name is then known, and a record tells more
 * of a paper than its pages do.
 */
function orderOf(path: string, root: string, key?: string): string {
  const below = key === undefined ? [] : [key];
  if (kindOf(path) === 'paper') return ['1', root, ...below].join('/');
  const depth = below.map((inner) => String(inner.split('/').length).padStart(2, '0'));
  return ['0', root, ...depth, ...below].join('/');
}

/** @param path any path @returns what its name says it is */
export function kindOf(path: string): SourceKind {
  return kindOfFile(path);
}

async function walk(
  root: string,
  folder: string,
  order: string,
  depth: number,
  files: ImportSource[],
  unreadable: UnreadableSource[],
): Promise<void> {
  const nameOf = (path: string): string =>
    [basename(root), ...relative(root, path).split(sep)].filter(Boolean).join('/');
  if (depth > MAX_DEPTH || files.length >= MAX_FILES) {
    unreadable.push({ name: nameOf(folder), code: 'import.folder-too-large' });
    return;
  }
  let names: string[];
  try {
    names = await readdir(folder);
  } catch {
    unreadable.push({ name: nameOf(folder), code: 'import.file-unreadable' });
    return;
  }
  for (const name of names.filter((entry) => !entry.startsWith('.'))) {
    const path = join(folder, name);
    // Gone or locked since the folder was read: nothing to import.
    const status = await lstat(path).catch(() => undefined);
    if (status === undefined || status.isSymbolicLink()) continue;
    if (status.isDirectory()) {
      await walk(root, path, order, depth + 1, files, unreadable);
    } else if (status.isFile() && kindOf(path) !== 'other' && files.length < MAX_FILES) {
      const key = relative(root, path).split(sep).join('/');
      files.push({
        path,
        name: nameOf(path),
        kind: kindOf(path),
        chosen: false,
        order: orderOf(path, order, key),
        bytes: status.size,
        modified: Math.floor(status.mtimeMs),
        folders: nameOf(folder).split('/'),
      });
    }
  }
}
