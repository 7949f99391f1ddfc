import type { Migration } from './migration';

/**
 * Indices for a list of 20,000 papers: what was opened, and the names that the search box suggests, without reading the
 * records themselves.
 */
export const migration0003: Migration = {
  version: 3,
  name: 'list-indices',
  oldestAppVersion: '0.2.0',
  sql: `
    CREATE INDEX item_by_opened ON item(trashed_at, opened_at, id);
    CREATE INDEX item_by_names ON item(trashed_at, authors);
  `,
};
