/** A service that copies folders between computers behind the programs that use them. */
export type SyncService =
  'onedrive' | 'dropbox' | 'google-drive' | 'icloud' | 'nextcloud' | 'syncthing' | 'box' | 'network-share';

/** Folder names that the services make, in lower case. */
const FOLDER_NAMES: readonly (readonly [RegExp, SyncService])[] = [
  [/^onedrive( - .+)?$/, 'onedrive'],
  [/^dropbox( \(.+\))?$/, 'dropbox'],
  [/^(google drive|googledrive|googledrive-.+|my drive)$/, 'google-drive'],
  [/^(icloud drive|iclouddrive|com~apple~clouddocs|mobile documents)$/, 'icloud'],
  [/^(nextcloud|owncloud)\d*$/, 'nextcloud'],
  [/^(box|box sync)$/, 'box'],
];

/** Files and folders that mark a synced tree, when they stand in one of the folders above the library. */
export const SYNC_MARKERS: readonly (readonly [string, SyncService])[] = [
  ['.dropbox', 'dropbox'],
  ['.stfolder', 'syncthing'],
  ['.owncloudsync.log', 'nextcloud'],
  ['.nextcloudsync.log', 'nextcloud'],
];

/**
 * Whether a folder lies where a service copies it about, by the names on its path and the marks it leaves.
 * @param path absolute path of the library folder, of any system
 * @param hasMarker says whether a file or folder of that name stands in one of the folders above
 * @returns the service, or null
 */
export function detectSyncService(path: string, hasMarker: (name: string) => boolean): SyncService | null {
  if (/^\\\\[^\\?.]/.test(path)) return 'network-share';
  for (const part of path.toLowerCase().split(/[\\/]/)) {
    const known = FOLDER_NAMES.find(([pattern]) => pattern.test(part));
    if (known) return known[1];
  }
  return SYNC_MARKERS.find(([name]) => hasMarker(name))?.[1] ?? null;
}

const CONFLICT =
  /^library.*(conflicted copy|conflict|sync-conflict|\(\d+\)|-[a-z0-9]+-?(pc|laptop|desktop)[a-z0-9-]*|-(desktop|laptop|pc)-[a-z0-9]+).*\.sqlite$/i;

/**
 * Second databases that a sync service left when two computers wrote at once: "library (Olena's conflicted copy).sqlite",
 * "library-DESKTOP-4F2.sqlite", "library.sync-conflict-20260115-101010-ABC.sqlite", "library (1).sqlite".
 * @param names file names of the library folder
 */
export function conflictCopies(names: readonly string[]): string[] {
  return names.filter((name) => name !== 'library.sqlite' && CONFLICT.test(name));
}
