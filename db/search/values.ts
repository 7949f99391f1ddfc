import type Database from 'better-sqlite3';
import { prepared } from '../query';

/** Terms of one education field. */
const taught = (field: string): string =>
  `SELECT t.value AS value, count(*) AS count FROM item, json_each(item.education, '$.${field}') t
    WHERE item.education <> '{}' AND item.trashed_at IS NULL GROUP BY t.value`;

const GROUPED = {
  in: `SELECT container_title AS value, count(*) AS count FROM item
    WHERE trashed_at IS NULL AND container_title <> '' GROUP BY container_title`,
  tag: `SELECT t.name AS value, count(it.id) AS count FROM tag t LEFT JOIN item_tag it ON it.tag_id = t.id GROUP BY t.id`,
  collection: `SELECT c.name AS value, count(ci.id) AS count FROM collection c
    LEFT JOIN collection_item ci ON ci.collection_id = c.id GROUP BY c.id`,
  design: `SELECT design AS value, count(*) AS count FROM item
    WHERE trashed_at IS NULL AND design IS NOT NULL GROUP BY design`,
  language: `SELECT language AS value, count(*) AS count FROM item
    WHERE trashed_at IS NULL AND language IS NOT NULL AND language <> '' GROUP BY language`,
  phase: taught('phase'),
  subject: taught('subject'),
  topic: taught('topic'),
  country: taught('country'),
  annotationTag: `SELECT t.value AS value, count(DISTINCT a.item_id) AS count FROM annotation a, json_each(a.tags) t
    WHERE a.trashed_at IS NULL AND a.tags <> '[]' GROUP BY t.value`,
  key: `SELECT citation_key AS value, 1 AS count FROM item WHERE citation_key IS NOT NULL`,
  year: `SELECT CAST(year AS TEXT) AS value, count(*) AS count FROM item
    WHERE trashed_at IS NULL AND year IS NOT NULL GROUP BY year`,
  by: `SELECT authors AS value, count(*) AS count FROM item
    WHERE trashed_at IS NULL AND authors <> '' GROUP BY authors`,
} as const;

interface ValueRow {
  readonly value: string;
  readonly count: number;
}

/** Each family name once, from the list columns. */
function names(rows: readonly ValueRow[]): readonly ValueRow[] {
  const counts = new Map<string, number>();
  for (const { value, count } of rows)
    for (const name of value.split(', ')) counts.set(name, (counts.get(name) ?? 0) + count);
  return [...counts].map(([value, count]) => ({ value, count }));
}

/**
 * Values of a field in the library, those used most first.
 * @param db connection
 * @param field field of the query language
 */
export function fieldValues(db: Database.Database, field: keyof typeof GROUPED): readonly ValueRow[] {
  const rows = prepared(db, GROUPED[field]).all() as ValueRow[];
  const values = field === 'by' ? names(rows) : rows;
  if (field === 'year') return [...values].sort((a, b) => b.value.localeCompare(a.value));
  return [...values].sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));
}
