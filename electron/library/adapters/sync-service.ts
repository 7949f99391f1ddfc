import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { detectSyncService, type SyncService } from '@shared/domain/library/synced-folder';

/** @param root library folder @returns the service that copies this folder about, or null */
export function syncServiceOf(root: string): SyncService | null {
  const above: string[] = [];
  for (let folder = root; above.at(-1) !== folder; folder = dirname(folder)) above.push(folder);
  return detectSyncService(root, (name) => above.some((folder) => existsSync(join(folder, name))));
}
