import type { Migration } from './migration';

/** Which of several documents of a record is the paper itself. None marked: the oldest PDF. */
export const migration0007: Migration = {
  version: 7,
  name: 'main-document',
  oldestAppVersion: '0.2.0',
  sql: `
    ALTER TABLE attachment ADD COLUMN is_main INTEGER NOT NULL DEFAULT 0 CHECK (is_main IN (0, 1));
  `,
};
