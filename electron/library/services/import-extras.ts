import type { ChangeSet } from '@db/change-set';
import {
  findCollectionIn,
  findLinkBetween,
  findMembership,
  findNoteWithBody,
  findTagUse,
  hasAttachedFile,
  lastCollectionPosition,
} from '@db/repositories/import-extras';
import { isFileListed } from '@db/repositories/import-lookups';
import { findTagByName, findTagByShortcut } from '@db/repositories/tag';
import type { LocalFields, RecordExtras, RecordNote } from '@shared/formats/bibliography';
import type { Core } from '../core';
import type { TagLook } from './import-beside';
import type { ImportedHighlights } from './import-highlights';
import type { StoredAttachment, StoredAttachments } from './import-stored';

/** Longest name of a tag or collection. */
const MAX_NAME = 300;
const READ_STATUSES: readonly string[] = ['to-read', 'reading', 'read', 'skimmed', 'rejected'];

/**
 * Writes what richer formats bring beside the bibliographic fields. Writing the same again changes nothing, so a record that is
 * there already gets only what it lacks.
 */
export class ExtrasWriter {
  readonly #itemIds = new Map<string, string>();
  readonly #relations: { readonly from: string; readonly to: string }[] = [];

  #looks: ReadonlyMap<string, TagLook> = new Map();

  /** @param highlights what people marked in the PDFs */
  constructor(
    private readonly core: Pick<Core, 'db' | 'clock' | 'ids'>,
    private readonly highlights: ImportedHighlights,
  ) {}

  /** @param looks colours and keys that new tags get, by name */
  know(looks: ReadonlyMap<string, TagLook>): void {
    this.#looks = looks;
  }

  /**
   * @param change command at hand
   * @param itemId the record
   * @param extras what came with it
   * @param files its files, in the store
   * @param options `isNew`: the record was made by this import, so that its own fields are set too; `within`: collection into
   *   which the whole import goes
   */
  write(
    change: ChangeSet,
    itemId: string,
    extras: RecordExtras,
    files: StoredAttachments,
    options: { readonly isNew: boolean; readonly within: () => string | null },
  ): void {
    const { db, ids } = this.core;
    for (const path of extras.emptyCollections ?? []) this.#collection(change, path, options.within);
    for (const note of extras.looseNotes ?? []) this.#note(change, null, note);
    for (const note of extras.notes ?? []) this.#note(change, itemId, note);
    if (extras.key !== undefined && extras.key !== '')
      this.remember(extras.key, itemId, extras.related ?? []);
    for (const path of extras.collections ?? []) {
      const collectionId = this.#collection(change, path, options.within);
      if (collectionId !== undefined && !findMembership(db, collectionId, itemId)) {
        change.insert('collection_item', { id: ids.next(), collection_id: collectionId, item_id: itemId });
      }
    }
    for (const name of extras.tags ?? []) this.#tag(change, itemId, name);
    if (options.isNew) this.#setLocal(change, itemId, extras);
    for (const file of files.stored) this.#attach(change, itemId, file);
  }

  /**
   * Remembers which record a key of the file means; also for records that an interrupted import had written before.
   * @param related keys of other records it belongs with
   */
  remember(key: string, itemId: string, related: readonly string[]): void {
    this.#itemIds.set(key, itemId);
    for (const to of related) this.#relations.push({ from: key, to });
  }

  /** Links the records that belong together; called when all records of a file are written. */
  relate(change: ChangeSet): void {
    for (const { from, to } of this.#relations) {
      const [fromId, toId] = [this.#itemIds.get(from), this.#itemIds.get(to)];
      if (fromId === undefined || toId === undefined || fromId === toId) continue;
      if (findLinkBetween(this.core.db, fromId, toId)) continue;
      change.insert('link', {
        id: this.core.ids.next(),
        from_kind: 'item',
        from_id: fromId,
        relation: 'related',
        to_kind: 'item',
        to_id: toId,
        payload: '{}',
        created_at: this.core.clock.now(),
      });
    }
    this.#itemIds.clear();
    this.#relations.length = 0;
  }

  /** The collection at a path, made where it is missing. */
  #collection(change: ChangeSet, path: readonly string[], within: () => string | null): string | undefined {
    let parentId = within();
    let id: string | undefined;
    for (const raw of path) {
      const name = raw.trim().slice(0, MAX_NAME);
      if (name === '') continue;
      id = findCollectionIn(this.core.db, parentId, name);
      if (id === undefined) {
        id = this.core.ids.next();
        change.insert('collection', {
          id,
          parent_id: parentId,
          name,
          position: lastCollectionPosition(this.core.db, parentId) + 1,
          created_at: this.core.clock.now(),
        });
      }
      parentId = id;
    }
    return id;
  }

  #note(change: ChangeSet, itemId: string | null, note: RecordNote): void {
    const { db, ids, clock } = this.core;
    if (findNoteWithBody(db, itemId, note.body)) return;
    const now = clock.now();
    change.insert('note', {
      id: ids.next(),
      item_id: itemId,
      body: note.body,
      format: note.format,
      created_at: now,
      updated_at: now,
      trashed_at: null,
    });
  }

  #tag(change: ChangeSet, itemId: string, raw: string): void {
    const name = raw.replace(/\s+/g, ' ').trim().slice(0, MAX_NAME);
    if (name === '') return;
    let tagId = findTagByName(this.core.db, name)?.id;
    if (tagId === undefined) {
      tagId = this.core.ids.next();
      const { color = null, shortcut = null } = this.#looks.get(name) ?? {};
      const isFree = shortcut !== null && findTagByShortcut(this.core.db, shortcut) === undefined;
      change.insert('tag', { id: tagId, name, color, shortcut: isFree ? shortcut : null });
    }
    if (findTagUse(this.core.db, tagId, itemId)) return;
    change.insert('item_tag', { id: this.core.ids.next(), item_id: itemId, tag_id: tagId });
  }

  #setLocal(change: ChangeSet, itemId: string, { local, dateAdded }: RecordExtras): void {
    const columns = {
      ...localColumns(local ?? {}),
      ...(dateAdded === undefined ? {} : { created_at: new Date(dateAdded).toISOString() }),
    };
    if (Object.keys(columns).length > 0) change.update('item', itemId, columns);
  }

  #attach(change: ChangeSet, itemId: string, attachment: StoredAttachment): void {
    const { db, ids, clock } = this.core;
    const { file, mediaType } = attachment;
    if (hasAttachedFile(db, itemId, file.id)) return;
    const now = clock.now();
    if (!isFileListed(db, file.id)) {
      change.insert('file', {
        id: file.id,
        size: file.size,
        media_type: mediaType,
        original_name: attachment.name,
        created_at: now,
        linked_path: attachment.linkedPath,
      });
    }
    const attachmentId = ids.next();
    change.insert('attachment', {
      id: attachmentId,
      item_id: itemId,
      file_id: file.id,
      title: attachment.title.slice(0, 500),
      fingerprint: null,
      page_count: null,
      text_status: mediaType === 'application/pdf' ? 'queued' : 'no-text-layer',
      text_error: null,
      last_page_index: 0,
      created_at: now,
      trashed_at: null,
    });
    this.highlights.write(change, itemId, attachmentId, file.id);
  }
}

function localColumns(local: LocalFields): Readonly<Record<string, string | number>> {
  return {
    ...(local.readStatus !== undefined && READ_STATUSES.includes(local.readStatus)
      ? { read_status: local.readStatus }
      : {}),
    ...(local.relevance === undefined ? {} : { relevance: local.relevance }),
    ...(local.design === undefined ? {} : { design: local.design }),
    ...(local.education === undefined ? {} : { education: JSON.stringify(local.education) }),
  };
}
