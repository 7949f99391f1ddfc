import type Database from 'better-sqlite3';
import type { ContentLanguage } from '@shared/domain/learning/language';
import type { Ids } from '@shared/lib/ports';
import type { ChangeSet } from '../change-set';
import { first, query } from '../query';

/** @returns whether nothing was ever written to this library: no item and no step in the log */
export function isEmptyLibrary(db: Database.Database): boolean {
  const item = first(db, query.selectFrom('item').select('id').limit(1));
  const entry = first(db, query.selectFrom('command_log').select('id').limit(1));
  return item === undefined && entry === undefined;
}

/** @param titleKey normalised title @returns the sample record with this title, not in the trash */
export function findSampleItem(db: Database.Database, titleKey: string): string | undefined {
  return first(
    db,
    query
      .selectFrom('item')
      .select('id')
      .where('title_key', '=', titleKey)
      .where('is_sample', '=', 1)
      .where('trashed_at', 'is', null),
  )?.id;
}

/** @returns id of the tag with this name, added when it is not there */
export function readOrAddTag(db: Database.Database, change: ChangeSet, name: string, ids: Ids): string {
  const present = first(db, query.selectFrom('tag').select('id').where('name', '=', name));
  if (present) return present.id;
  const id = ids.next();
  change.insert('tag', { id, name, color: null, shortcut: null });
  return id;
}

/**
 * Finds or adds the sample collections.
 * @param change the running command
 * @param wanted names by language
 * @param language language of a new collection's name
 * @returns collection id by the name in the sample library
 */
export function sampleCollections(
  db: Database.Database,
  change: ChangeSet,
  wanted: readonly { readonly id: string; readonly name: Readonly<Record<ContentLanguage, string>> }[],
  language: ContentLanguage,
  ids: Ids,
  now: string,
): ReadonlyMap<string, string> {
  return new Map(
    wanted.map(({ id, name }, position) => {
      const present = first(
        db,
        query
          .selectFrom('collection')
          .select('id')
          .where('name', 'in', Object.values(name))
          .where('parent_id', 'is', null),
      );
      if (present) return [id, present.id];
      const collectionId = ids.next();
      change.insert('collection', {
        id: collectionId,
        parent_id: null,
        name: name[language],
        position,
        created_at: now,
      });
      return [id, collectionId];
    }),
  );
}
