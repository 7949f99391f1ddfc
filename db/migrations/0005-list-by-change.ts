import type { Migration } from './migration';

/** The list ordered by when a record was last changed, the papers whose education fields say
 * something, and the collections below another one, without reading all of them each time. */
export const migration0005: Migration = {
  version: 5,
  name: 'list-by-change',
  oldestAppVersion: '0.2.0',
  sql: `
    CREATE INDEX item_by_modified ON item(trashed_at, updated_at, id);
    CREATE INDEX item_with_education ON item(education, id) WHERE education <> '{}';
    CREATE INDEX collection_by_parent ON collection(parent_id);
  `,
};
