import { call } from '../../lib/client';
import { reportFailure } from '../../lib/queries';
import { useImportStore } from './import-store';

/**
 * Starts an import and shows how it goes.
 * @param paths absolute paths of files and folders; nothing happens without any
 * @param collectionId collection for the new records, null for none
 */
export async function startImport(
  paths: readonly string[],
  collectionId: string | null = null,
): Promise<void> {
  if (paths.length === 0) return;
  const started = await call('import.start', { paths: [...paths], collectionId });
  if (started.ok) useImportStore.getState().started(started.value.jobId);
  else reportFailure(started.error);
}

/**
 * Asks for files or a folder, then imports them.
 * @param kind what the system's dialog offers
 * @param collectionId collection for the new records, null for none
 */
export async function pickAndImport(
  kind: 'papers-and-bibliographies' | 'folder',
  collectionId: string | null = null,
): Promise<void> {
  const picked = await call('desktop.pickFiles', { kind, multiple: true });
  if (picked.ok) await startImport(picked.value.paths, collectionId);
  else reportFailure(picked.error);
}
