import { chosenPapers } from '../../lib/chosen-papers';
import type { TablePlans } from '@shared/domain/import';
import { call } from '../../lib/client';
import { reportFailure } from '../../lib/queries';
import { useImportStore } from './import-store';
import { usePreviewStore, type PreviewSource } from './preview-store';

const AT_ONCE_KEY = 'import.at-once';

/** Whether files are imported without a look at them first; remembered on this computer. */
export function isAtOnce(): boolean {
  return localStorage.getItem(AT_ONCE_KEY) === 'yes';
}

/** @param atOnce what is to be remembered */
export function setAtOnce(atOnce: boolean): void {
  localStorage.setItem(AT_ONCE_KEY, atOnce ? 'yes' : 'no');
}

/** The collection that the library shows, into which new papers go unless the person says otherwise; null for none. */
export function shownCollection(): string | null {
  const scope = location.hash.startsWith('#/library') ? chosenPapers().list?.view.scope : undefined;
  return scope?.kind === 'collection' ? scope.collectionId : null;
}

/**
 * Looks at files, or imports them when that is what the person chose; nothing happens without any.
 * @param source absolute paths of files and folders, or a pasted list
 * @param go moves the window, to the preview
 * @param collectionId collection for the new records, null for none; the one that is shown when missing
 */
export async function bringIn(
  source: PreviewSource,
  go: (address: string) => void,
  collectionId: string | null = shownCollection(),
): Promise<void> {
  if (source.paths.length === 0 && source.pasted === null) return;
  if (isAtOnce()) await importAtOnce(source, collectionId);
  else await openPreview(source, go, collectionId);
}

async function importAtOnce(source: PreviewSource, collectionId: string | null): Promise<void> {
  const started = await call('import.start', {
    paths: [...source.paths],
    pasted: source.pasted,
    collectionId,
  });
  if (started.ok) useImportStore.getState().started(started.value.jobId);
  else reportFailure(started.error);
}

/**
 * Begins to read the files and shows the page on which a person decides.
 * @param tables what columns of tables hold, when it was said before
 */
export async function openPreview(
  source: PreviewSource,
  go: (address: string) => void,
  collectionId: string | null,
  tables: TablePlans = [],
): Promise<void> {
  const begun = await call('import.preview', { paths: [...source.paths], pasted: source.pasted, tables });
  if (!begun.ok) {
    reportFailure(begun.error);
    return;
  }
  usePreviewStore.getState().begin(begun.value.previewId, source, collectionId, tables);
  useImportStore.getState().show({ kind: 'closed' });
  go(`/import/${begun.value.previewId}`);
}

/**
 * Asks for files or a folder, then brings them in.
 * @param kind what the system's dialog offers
 * @param go moves the window
 * @param collectionId collection for the new records, null for none; the one that is shown when missing
 */
export async function pickAndImport(
  kind: 'papers-and-bibliographies' | 'folder',
  go: (address: string) => void,
  collectionId: string | null = shownCollection(),
): Promise<void> {
  const picked = await call('desktop.pickFiles', { kind, multiple: true });
  if (picked.ok) await bringIn({ paths: picked.value.paths, pasted: null }, go, collectionId);
  else reportFailure(picked.error);
}
