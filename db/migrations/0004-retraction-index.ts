import type { Migration } from './migration';

/** The few records known to be retracted are found without reading all others. */
export const migration0004: Migration = {
  version: 4,
  name: 'retraction-index',
  oldestAppVersion: '0.2.0',
  sql: `
    CREATE INDEX item_by_retraction ON item(id) WHERE retraction IS NOT NULL;
  `,
};
