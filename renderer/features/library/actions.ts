import i18next from 'i18next';
import type { CallInput, CallName, CallOutput } from '@shared/ipc/contract';
import type { ReadStatus } from '@shared/domain/library/item-view';
import { call } from '../../lib/client';
import { reportFailure } from '../../lib/queries';
import { toast } from '../../ui';
import { selectedIds, useLibrary } from './state';

/** Calls, and shows a failure as a status message. @returns the answer, undefined when it failed */
export async function attempt<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name> | undefined> {
  const result = await call(name, input);
  if (result.ok) return result.value;
  reportFailure(result.error);
  return undefined;
}

const undo = {
  get label() {
    return i18next.t('common:action.undo');
  },
  run: () => void attempt('history.undo', {}),
};

/** Puts papers in the trash and offers to undo it. */
export async function moveToTrash(itemIds: readonly string[], title: string): Promise<void> {
  if (itemIds.length === 0) return;
  const done = await attempt('library.trash', { itemIds: [...itemIds] });
  if (!done || done.changed === 0) return;
  useLibrary.getState().clearSelection();
  toast({ text: i18next.t('library:trash.moved', { count: done.changed, title }), action: undo });
}

/** Takes papers out of the trash. */
export async function putBack(itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return;
  const done = await attempt('library.restore', { itemIds: [...itemIds] });
  if (!done) return;
  useLibrary.getState().clearSelection();
  toast({ text: i18next.t('library:trash.restored', { count: done.changed }), action: undo });
}

/** Files papers in a collection. */
export async function addToCollection(
  collection: { readonly id: string; readonly name: string },
  itemIds: readonly string[],
): Promise<void> {
  const done = await attempt('collections.addItems', { collectionId: collection.id, itemIds: [...itemIds] });
  if (done)
    toast({
      text: i18next.t('library:collections.added', { count: done.added, name: collection.name }),
      ...(done.added > 0 ? { action: undo } : {}),
    });
}

/** Deletes a collection and offers to undo it; its papers stay in the library. */
export async function removeCollection(collection: {
  readonly id: string;
  readonly name: string;
}): Promise<void> {
  const done = await attempt('collections.remove', { collectionId: collection.id });
  if (done)
    toast({ text: i18next.t('library:collections.removed', { name: collection.name }), action: undo });
}

/** Takes papers out of a collection; they stay in the library. */
export async function takeOutOfCollection(
  collection: { readonly id: string; readonly name: string },
  itemIds: readonly string[],
): Promise<void> {
  const done = await attempt('collections.removeItems', {
    collectionId: collection.id,
    itemIds: [...itemIds],
  });
  if (done)
    toast({
      text: i18next.t('library:collections.takenOut', { count: done.removed, name: collection.name }),
      ...(done.removed > 0 ? { action: undo } : {}),
    });
}

/** Takes the chosen papers out of the collection that is shown. */
export async function takeOutOfShown(): Promise<void> {
  const { scope } = useLibrary.getState().view;
  const itemIds = selectedIds();
  if (scope.kind !== 'collection' || itemIds.length === 0) return;
  const collections = await attempt('collections.list', {});
  const collection = collections?.find(({ id }) => id === scope.collectionId);
  if (collection) await takeOutOfCollection(collection, itemIds);
}

/** Sets how far papers have been read. */
export async function setStatus(itemIds: readonly string[], readStatus: ReadStatus): Promise<void> {
  if (itemIds.length > 0) await attempt('library.setStatus', { itemIds: [...itemIds], readStatus });
}

/** Puts the tag of a number key on the chosen papers, or takes it off when all have it. */
export async function toggleTagByKey(key: number): Promise<void> {
  const itemIds = selectedIds();
  if (itemIds.length === 0) return;
  const tags = await attempt('tags.list', {});
  const tag = tags?.find(({ shortcut }) => shortcut === key);
  if (!tag) return;
  const applied = await attempt('tags.apply', { itemIds: [...itemIds], tag: { tagId: tag.id } });
  if (applied?.changed === 0) await attempt('tags.unapply', { itemIds: [...itemIds], tagId: tag.id });
}

/** @param attachments documents of a paper @returns the first that the reader can show: notes and slides may lie before it */
export function readableOf<Attachment extends { readonly mediaType: string }>(
  attachments: readonly Attachment[],
): Attachment | undefined {
  return attachments.find(({ mediaType }) => mediaType === 'application/pdf');
}

/** The address that reads a paper, undefined when it has no PDF. */
export async function readerAddress(itemId: string): Promise<string | undefined> {
  const paper = await attempt('library.get', { itemId });
  const attachment = readableOf(paper?.attachments ?? []);
  if (!attachment) return undefined;
  await call('library.markOpened', { itemId });
  return `/reader/${attachment.id}?page=${attachment.lastPageIndex + 1}`;
}
