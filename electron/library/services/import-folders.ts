import type { ChangeSet } from '@db/change-set';
import { readCollections } from '@db/repositories/collection';
import type { Core } from '../core';

/** Collections that stand for the folders an import reads from; found again by name, so an import that goes on makes no doubles. */
export class FolderCollections {
  /** @param parentId collection that the folders hang below, null for the top */
  constructor(
    private readonly core: Pick<Core, 'db' | 'clock' | 'ids'>,
    private readonly parentId: string | null,
  ) {}

  /**
   * @param change the command that the records are written with
   * @param folders names from the chosen folder down; none for a file that was chosen itself
   * @returns the collection for the folder's records, null for none
   */
  of(change: ChangeSet, folders: readonly string[]): string | null {
    let parentId = this.parentId;
    if (folders.length === 0) return parentId;
    const rows = readCollections(this.core.db);
    for (const name of folders) {
      const siblings = rows.filter((row) => row.parent_id === parentId);
      let id: string | undefined = siblings.find((row) => row.name === name)?.id;
      if (id === undefined) {
        id = this.core.ids.next();
        change.insert('collection', {
          id,
          parent_id: parentId,
          name,
          position: siblings.length,
          created_at: this.core.clock.now(),
        });
      }
      parentId = id;
    }
    return parentId;
  }
}
