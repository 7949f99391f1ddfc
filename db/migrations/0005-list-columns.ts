import type { Migration } from './migration';

/** Indices for the orders that came with the columns a person can choose. */
export const migration0005: Migration = {
  version: 5,
  name: 'list-columns',
  oldestAppVersion: '0.2.0',
  sql: `
    CREATE INDEX item_by_design ON item(trashed_at, design, id);
    CREATE INDEX item_by_modified ON item(trashed_at, updated_at, id);
    CREATE INDEX item_by_key ON item(trashed_at, citation_key, id);
  `,
};
