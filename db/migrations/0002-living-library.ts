import type { Migration } from './migration';

/**
 * What a lived-in library needs: relevance, education fields and retractions of records, linked files, rich notes, saved searches,
 * pairs that are no duplicates, the reading log (domain 6.7), and answers of online services kept for a while.
 */
export const migration0002: Migration = {
  version: 2,
  name: 'living-library',
  oldestAppVersion: '0.2.0',
  sql: `
    ALTER TABLE item ADD COLUMN relevance INTEGER CHECK (relevance BETWEEN 1 AND 5);
    ALTER TABLE item ADD COLUMN education TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(education));
    ALTER TABLE item ADD COLUMN citation_key_pinned INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE item ADD COLUMN retraction TEXT CHECK (retraction IS NULL OR json_valid(retraction)); -- {kind, date, source, doi}
    CREATE INDEX item_by_relevance ON item(trashed_at, relevance, id);
    CREATE INDEX item_by_container ON item(trashed_at, container_title, id);
    CREATE INDEX item_by_type ON item(trashed_at, type, id);

    ALTER TABLE file ADD COLUMN linked_path TEXT;       -- null: below files/; else where the person's own file lies
    ALTER TABLE note ADD COLUMN format TEXT NOT NULL DEFAULT 'text' CHECK (format IN ('text','html'));
    ALTER TABLE annotation ADD COLUMN tags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags));
    ALTER TABLE import_batch ADD COLUMN found_via TEXT NOT NULL DEFAULT '';  -- the person's word for the source: database, colleague

    CREATE TABLE saved_search (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      condition TEXT NOT NULL CHECK (json_valid(condition)),  -- nested all/any groups of field, operator, value
      position INTEGER NOT NULL DEFAULT 0,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL
    ) STRICT;
    CREATE TABLE not_duplicate (
      id TEXT PRIMARY KEY,
      first_item_id TEXT NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,   -- the smaller id of the two
      second_item_id TEXT NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
      created_at TEXT NOT NULL,
      UNIQUE (first_item_id, second_item_id)
    ) STRICT;
    CREATE INDEX not_duplicate_by_second ON not_duplicate(second_item_id);
    CREATE TABLE reading_log_entry (
      id TEXT PRIMARY KEY,
      item_id TEXT NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
      date TEXT NOT NULL,
      minutes INTEGER CHECK (minutes >= 0),
      purpose TEXT NOT NULL DEFAULT '',
      key_idea TEXT NOT NULL DEFAULT '',
      question TEXT NOT NULL DEFAULT '',
      used_for TEXT NOT NULL DEFAULT '',                -- chapter or report section it is read for
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX reading_log_entry_by_item ON reading_log_entry(item_id, date);
    CREATE INDEX reading_log_entry_by_date ON reading_log_entry(date);

    CREATE TABLE network_answer (                       -- answers of online services, kept until they expire
      url TEXT NOT NULL,
      accept TEXT NOT NULL,
      status INTEGER NOT NULL,
      etag TEXT,
      body TEXT NOT NULL,
      fetched_at TEXT NOT NULL,
      expires_at TEXT NOT NULL,
      PRIMARY KEY (url, accept)
    ) STRICT, WITHOUT ROWID;
  `,
};
