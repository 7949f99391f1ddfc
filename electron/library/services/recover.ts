import { copyFileSync, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { LibraryPaths } from '@db/connection';
import { fail, ok, type Result } from '@shared/lib/result';
import { isSound, listBackups, type BackupEntry } from './backup';

/** What becomes of a library whose database cannot be opened: the newest sound copy takes its place, or an empty one. */
export type RecoveryMode = 'newest-backup' | 'set-aside';

const SUFFIXES = ['', '-wal', '-shm'] as const;

/** @param backups the folder of copies @returns the newest copy that is whole, undefined when there is none */
export function newestSoundBackup(backups: string): BackupEntry | undefined {
  return listBackups(backups).find(({ name }) => isSound(join(backups, name)));
}

/**
 * Puts a damaged database aside. Called before the database is opened. Nothing is deleted: the damaged files go to
 * `backups/damaged-<time>.sqlite`, for whoever wants to try more with them.
 * @param now ISO time
 * @returns `backup.none-sound` when a copy was asked for and none is whole (nothing was changed), `library.folder-unusable`
 */
export function recoverDatabase(
  paths: Pick<LibraryPaths, 'database' | 'backups'>,
  mode: RecoveryMode,
  now: string,
): Result<null> {
  const backup = mode === 'newest-backup' ? newestSoundBackup(paths.backups) : undefined;
  if (mode === 'newest-backup' && backup === undefined) return fail('backup.none-sound');
  const aside = join(paths.backups, `damaged-${now.replaceAll(/[-:.]/g, '')}.sqlite`);
  try {
    for (const suffix of SUFFIXES)
      if (existsSync(paths.database + suffix)) renameSync(paths.database + suffix, aside + suffix);
    if (backup !== undefined) copyFileSync(join(paths.backups, backup.name), paths.database);
    return ok(null);
  } catch (error) {
    return fail('library.folder-unusable', undefined, String(error));
  }
}
