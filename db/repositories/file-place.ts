import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { all, first, query } from '../query';

/** Where the bytes of a file are: below `files/` under its SHA-256, or at a path of the person's own. */
export interface FilePlace {
  /** SHA-256 of the bytes. */
  readonly id: string;
  /** Absolute path of a file that was linked and not copied. */
  readonly linkedPath: string | null;
}

/**
 * Every reader of attachments asks here, so that papers that stay in the person's own folder are read like those the library keeps.
 * @param filesFolder the library's `files/` folder
 * @returns an absolute path; the file may have vanished from it
 */
export function filePath(filesFolder: string, { id, linkedPath }: FilePlace): string {
  return linkedPath ?? join(filesFolder, id.slice(0, 2), id);
}

/** @param fileId SHA-256 @returns undefined when the library does not list the file */
export function findFilePlace(db: Database.Database, fileId: string): FilePlace | undefined {
  return first(
    db,
    query.selectFrom('file').select(['id', 'linked_path as linkedPath']).where('id', '=', fileId),
  );
}

/** @param attachmentId attachment @returns its file's place and kind; undefined when there is no such attachment */
export function findAttachmentPlace(
  db: Database.Database,
  attachmentId: string,
): (FilePlace & { readonly mediaType: string }) | undefined {
  return first(
    db,
    query
      .selectFrom('attachment')
      .innerJoin('file', 'file.id', 'attachment.file_id')
      .select(['file.id', 'file.linked_path as linkedPath', 'file.media_type as mediaType'])
      .where('attachment.id', '=', attachmentId),
  );
}

/** @returns number of listed files that are not where they should be */
export function countMissingFiles(db: Database.Database, filesFolder: string): number {
  const places = all(db, query.selectFrom('file').select(['id', 'linked_path as linkedPath']));
  return places.filter((place) => !existsSync(filePath(filesFolder, place))).length;
}

/** A file attached to a record, with the name it came with. */
export interface AttachedFile extends FilePlace {
  readonly name: string;
  readonly mediaType: string;
}

/** @param itemId record @returns its files outside the trash, the main document and then the first attached first */
export function listFilesOf(db: Database.Database, itemId: string): AttachedFile[] {
  return all(
    db,
    query
      .selectFrom('attachment')
      .innerJoin('file', 'file.id', 'attachment.file_id')
      .select([
        'file.id',
        'file.linked_path as linkedPath',
        'file.original_name as name',
        'file.media_type as mediaType',
      ])
      .where('attachment.item_id', '=', itemId)
      .where('attachment.trashed_at', 'is', null)
      .orderBy('attachment.is_main', 'desc')
      .orderBy('attachment.created_at')
      .orderBy('attachment.id'),
  );
}
