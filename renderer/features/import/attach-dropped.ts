import i18next from 'i18next';
import { call } from '../../lib/client';
import { reportFailure } from '../../lib/queries';
import { toast } from '../../ui';

/** What was dropped: files, and folders, which cannot be documents of a record. */
export interface Dropped {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** @returns absolute paths of what was dropped; must be called while the drop is handled */
export function droppedPaths(transfer: DataTransfer | null): Dropped {
  const files: string[] = [];
  const folders: string[] = [];
  const items = [...(transfer?.items ?? [])].filter(({ kind }) => kind === 'file');
  [...(transfer?.files ?? [])].forEach((file, index) => {
    const [path] = window.inquiry.pathsOfFiles([file]);
    if (path === undefined) return;
    if (items[index]?.webkitGetAsEntry()?.isDirectory === true) folders.push(path);
    else files.push(path);
  });
  return { files, folders };
}

/**
 * Makes dropped files documents of a record, all as one step of the history, and says what came of it.
 * @param record the record they were dropped on @param paths absolute paths
 */
export async function attachDropped(
  record: { readonly itemId: string; readonly title: string },
  paths: readonly string[],
): Promise<void> {
  const groupId = crypto.randomUUID();
  let added = 0;
  let elsewhere: string | null = null;
  for (const path of paths) {
    const result = await call('health.addFile', { itemId: record.itemId, path, groupId });
    if (!result.ok) {
      reportFailure(result.error);
      continue;
    }
    if (!result.value.wasThere) added += 1;
    elsewhere = result.value.alsoOn ?? elsewhere;
    if (result.value.wasThere && paths.length === 1)
      toast({ text: i18next.t('import:attach.wasThere', { title: record.title }) });
  }
  if (added === 0) return;
  const words = i18next.t('import:attach.added', { count: added, title: record.title });
  toast({
    text: elsewhere === null ? words : `${words} ${i18next.t('import:attach.alsoOn', { title: elsewhere })}`,
    action: {
      label: i18next.t('common:action.undo'),
      run: () => {
        void call('history.undo', {}).then((undone) => {
          if (!undone.ok) reportFailure(undone.error);
        });
      },
    },
  });
}
