import type { Migration } from './migration';

/** Indices for the orders that came with the columns a person can choose. */
export const migration0006: Migration = {
  version: 6,
  name: 'list-columns',
  oldestAppVersion: '0.2.0',
  sql: `
    CREATE INDEX item_by_design ON item(trashed_at, design, id);
    CREATE INDEX item_by_key ON item(trashed_at, citation_key, id);
  `,
};
