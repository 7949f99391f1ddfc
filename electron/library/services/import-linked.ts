import { realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { fail, ok, type Result } from '@shared/lib/result';
import type { FileStore } from '../adapters/file-store';
import { looksLikePdf } from './import-papers';
import { placesOf } from './import-places';
import { kindOf } from './import-sources';
import type { LinkedPapers, StoredPaper } from './import-stored';

/** Folders below which a bibliography may name files. */
export interface LinkRoots {
  /** Where the bibliography itself lies; relative names start here. */
  readonly bibliography: string;
  /** The person's own folder. */
  readonly home: string;
}

/** @param bibliographyPath the bibliography that is read @returns where its links may lead */
export function linkRoots(bibliographyPath: string): LinkRoots {
  return { bibliography: dirname(bibliographyPath), home: homedir() };
}

/**
 * The path that a bibliography's link means, without touching the disk. A bibliography may come from anybody, and merely looking
 * at `\\server\share` sends the person's sign-in to that server, so such names are turned down before anything is opened.
 * @param name the link as it stands in the file
 * @param roots where it may lead
 * @returns an absolute path, or `import.linked-file-refused`
 */
export function linkedPath(name: string, roots: LinkRoots): Result<string> {
  // Two slashes of either kind begin a network path (\\server, //server) or a device (\\?\, \\.\).
  if (/^[\\/]{2}/u.test(name) || name.includes('\0')) return refused(name);
  const path = isAbsolute(name) ? resolve(name) : resolve(roots.bibliography, name.replaceAll('\\', '/'));
  return isAllowed(path, roots) ? ok(path) : refused(name);
}

/**
 * Follows symbolic links of an allowed path and looks again at where they lead.
 * @param path from `linkedPath`
 * @param name the link as it stands in the file
 * @returns the file's own path, undefined when there is none, or `import.linked-file-refused`
 */
export async function ordinaryFile(
  path: string,
  name: string,
  roots: LinkRoots,
): Promise<Result<string | undefined>> {
  try {
    const real = await realpath(path);
    const realRoots = {
      bibliography: await realpath(roots.bibliography),
      home: await realpath(roots.home).catch(() => roots.home),
    };
    if (!isAllowed(real, realRoots)) return refused(name);
    return (await stat(real)).isFile() ? ok(real) : refused(name);
  } catch {
    // Papers that were moved or left behind are usual and no fault of the file.
    return ok(undefined);
  }
}

function isAllowed(path: string, { bibliography, home }: LinkRoots): boolean {
  // A system account may have the whole disk as its home; that is no folder of a person's own.
  const hasOwnFolder = dirname(resolve(home)) !== resolve(home);
  return isBelow(path, bibliography) || (hasOwnFolder && isBelow(path, home));
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(resolve(folder), path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function refused(name: string): Result<never> {
  return fail('import.linked-file-refused', { value: name.slice(0, 300) });
}

/**
 * Brings the PDFs that a record names, if they are where it says: a library moved from another program keeps its papers. Only
 * files beside the bibliography or in the person's own folder are opened; other links are told in the report.
 * @param files the store
 * @param source absolute path of the bibliography
 * @param names links as they stand in the file
 * @param isLinked leaves the papers where they are
 */
export async function storeLinked(
  files: FileStore,
  source: string,
  names: readonly string[],
  isLinked: boolean,
  signal: AbortSignal,
): Promise<LinkedPapers> {
  const roots = linkRoots(source);
  const stored: StoredPaper[] = [];
  const refused: string[] = [];
  for (const name of names.flatMap((each) => placesOf(each, source))) {
    const named = linkedPath(name, roots);
    if (named.ok && kindOf(named.value) !== 'paper') continue;
    const found = named.ok ? await ordinaryFile(named.value, name, roots) : named;
    if (!found.ok) refused.push(name);
    if (!found.ok || found.value === undefined || !(await looksLikePdf(found.value))) continue;
    const put = isLinked ? await files.hash(found.value, signal) : await files.put(found.value, signal);
    if (!put.ok || stored.some((paper) => paper.file.id === put.value.id)) continue;
    stored.push({
      file: put.value,
      name: name.split(/[\\/]/).at(-1) ?? name,
      linkedPath: isLinked && !put.value.existed ? found.value : null,
      fingerprint: null,
      pageCount: null,
    });
  }
  return { stored, refused };
}
