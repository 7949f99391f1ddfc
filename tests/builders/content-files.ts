import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's resources folder. */
export const resourcesFolder = fileURLToPath(new URL('../../resources', import.meta.url));

/** @param path path inside resources, such as `modules/m01/en.json` */
export function readContent(path: string): unknown {
  return JSON.parse(readFileSync(join(resourcesFolder, path), 'utf8'));
}

/** Names of the folders in a resources folder. */
export function contentFolders(path: string): string[] {
  return readdirSync(join(resourcesFolder, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
