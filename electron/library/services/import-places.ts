import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Libraries beside a bibliography that are looked through. */
const MAX_LIBRARIES = 20;

/**
 * Where a file may lie that a bibliography names: programs write paths as they are, with per cent signs, or with accents apart; EndNote
 * writes `internal-pdf://` for `<library>.Data/PDF`, whatever the export and the library are called now.
 * @param name as the bibliography writes it
 * @param source absolute path of the bibliography
 * @returns paths relative to the bibliography or absolute, the likeliest first
 */
export function placesOf(name: string, source: string): readonly string[] {
  const internal = /^(?:internal-pdf:\/{2,3}|[^\\/]*\.data[\\/]pdf[\\/])(.+)$/is.exec(name)?.[1];
  const folders = internal === undefined ? [] : dataFolders(dirname(source));
  const names = [name, ...folders.map((folder) => `${folder}/PDF/${(internal ?? '').replaceAll('\\', '/')}`)];
  return [
    ...new Set(names.flatMap((one) => [one, unescaped(one), one.normalize('NFC'), one.normalize('NFD')])),
  ];
}

function dataFolders(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((entry) => /.\.data$/i.test(entry))
      .slice(0, MAX_LIBRARIES);
  } catch {
    // Without the folder there are no papers in it.
    return [];
  }
}

function unescaped(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // A per cent sign in a file's name.
    return name;
  }
}
