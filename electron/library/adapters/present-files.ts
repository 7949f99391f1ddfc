import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Which files are there: one look at each folder of the store instead of one at each file.
 * @param folder absolute path of `files/` @param linked absolute paths of files that lie elsewhere
 * @returns SHA-256 names in the store and those of the paths that can be reached
 */
export async function presentFiles(folder: string, linked: readonly string[]): Promise<ReadonlySet<string>> {
  const present = new Set<string>();
  const shelves = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const shelf of shelves) {
    if (!shelf.isDirectory()) continue;
    for (const name of await readdir(join(folder, shelf.name)).catch(() => [])) present.add(name);
  }
  for (const path of linked) {
    await access(path).then(
      () => present.add(path),
      () => undefined,
    );
  }
  return present;
}
