import type { Migration } from './migration';

/** The few records that are retracted, or have fields to approve, are found without reading all others. */
export const migration0004: Migration = {
  version: 4,
  name: 'few-of-many',
  oldestAppVersion: '0.2.0',
  sql: `
    CREATE INDEX item_by_retraction ON item(id) WHERE retraction IS NOT NULL;
    CREATE INDEX item_to_approve ON item(created_at, id) WHERE instr(provenance, '"approved":false') > 0;
  `,
};
