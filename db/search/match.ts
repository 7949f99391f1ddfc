import type { SearchNode, TextTerm } from '@shared/domain/search/query';
import type { RecordKind } from './records';

/** SQL with its parameters. */
export interface SqlPart {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

/** A query split into what is matched in texts and what selects items. */
export interface SearchPlan {
  /** FTS5 expression each hit has to satisfy; null when the query only selects items. */
  readonly match: string | null;
  /** Items are those of `filter` alone; `match` then only chooses what else is shown of them. */
  readonly selectsItems: boolean;
  /** Condition on `i` (an item); null when every item may have hits. */
  readonly filter: SqlPart | null;
  /** Kinds of hits asked for ("text:" asks for pages only); null for all. */
  readonly kinds: ReadonlySet<RecordKind | 'page'> | null;
}

/** A match in any column of a record but the one that holds its kind. @param match FTS5 expression */
export const inTexts = (match: string): string => `{title creator container abstract tag body} : (${match})`;

/** @param term words of letters and digits, so that nothing in them is an operator */
function phrase(term: TextTerm): string {
  return `"${term.words.join(' ')}"${term.prefix ? '*' : ''}`;
}

/** Fields that are a kind of hit rather than a column. */
const KIND_FIELDS: ReadonlyMap<string, RecordKind | 'page'> = new Map<string, RecordKind | 'page'>([
  ['fulltext', 'page'],
  ['note', 'note'],
  ['comment', 'annotation'],
]);

/** FTS5 expression of a tree of free words; null when it needs more than one text to be answered. */
function freeMatch(node: SearchNode): string | null {
  switch (node.kind) {
    case 'text':
      return node.field === null ? phrase(node) : null;
    case 'or': {
      const parts = node.nodes.map(freeMatch);
      return parts.includes(null) ? null : `(${parts.join(' OR ')})`;
    }
    case 'and': {
      const wanted: (string | null)[] = [];
      const unwanted: (string | null)[] = [];
      for (const part of node.nodes) {
        if (part.kind === 'not') unwanted.push(freeMatch(part.node));
        else wanted.push(freeMatch(part));
      }
      if (wanted.length === 0 || wanted.includes(null) || unwanted.includes(null)) return null;
      const positive = `(${wanted.join(' AND ')})`;
      return unwanted.length === 0 ? positive : `(${positive} NOT (${unwanted.join(' OR ')}))`;
    }
    default:
      return null;
  }
}

const COLUMNS: Readonly<Record<string, string>> = {
  title: 'title',
  creator: 'creator',
  container: 'container',
  abstract: 'abstract',
  tag: 'tag',
};

const inRecords = (kinds: string): string =>
  `i.id IN (SELECT r.item_id FROM fulltext.record r WHERE r.kind IN (${kinds})
     AND r.id IN (SELECT rowid FROM fulltext.record_fts WHERE record_fts MATCH ?))`;
const IN_PAGES = `i.id IN (SELECT a.item_id FROM attachment a WHERE a.trashed_at IS NULL AND a.file_id IN (
     SELECT p.file_id FROM fulltext.page p WHERE p.id IN (SELECT rowid FROM fulltext.page_fts WHERE page_fts MATCH ?)))`;

function textCondition(term: TextTerm): SqlPart {
  const match = phrase(term);
  if (term.field === null) {
    return {
      sql: `(${inRecords("'item','note','annotation'")} OR ${IN_PAGES})`,
      parameters: [inTexts(match), match],
    };
  }
  if (term.field === 'fulltext') return { sql: IN_PAGES, parameters: [match] };
  if (term.field === 'note') return { sql: inRecords("'note'"), parameters: [inTexts(match)] };
  if (term.field === 'comment') return { sql: inRecords("'annotation'"), parameters: [inTexts(match)] };
  return { sql: inRecords("'item'"), parameters: [`{${COLUMNS[term.field] ?? 'title'}} : ${match}`] };
}

function exactCondition(node: Extract<SearchNode, { kind: 'exact' }>): SqlPart {
  const { value } = node;
  switch (node.field) {
    // "journal" finds article-journal: people do not know CSL's names.
    case 'type':
      return { sql: `i.type LIKE ? ESCAPE '\\'`, parameters: [`%${value.replace(/[\\%_]/g, '\\$&')}%`] };
    case 'status':
      return { sql: 'i.read_status = ?', parameters: [value] };
    case 'doi':
      return { sql: 'i.doi = ?', parameters: [value.replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '')] };
    case 'key':
      return { sql: 'lower(i.citation_key) = ?', parameters: [value] };
    case 'color':
      return {
        sql: `i.id IN (SELECT item_id FROM annotation WHERE color = ? AND trashed_at IS NULL
          UNION SELECT it.item_id FROM item_tag it JOIN tag t ON t.id = it.tag_id WHERE t.color = ?)`,
        parameters: [value, value],
      };
  }
}

function dateCondition(node: Extract<SearchNode, { kind: 'date' }>): SqlPart {
  const column = { year: 'i.year', added: 'i.created_at', modified: 'i.updated_at' }[node.field];
  const bound = (value: string): string | number =>
    node.field === 'year' ? Number(value.slice(0, 4)) : value;
  const conditions: string[] = [];
  const parameters: (string | number)[] = [];
  if (node.from !== null) {
    conditions.push(`${column} >= ?`);
    parameters.push(bound(node.from));
  }
  if (node.before !== null) {
    conditions.push(`${column} < ?`);
    parameters.push(bound(node.before));
  }
  return { sql: `(${conditions.join(' AND ')})`, parameters };
}

/**
 * Condition on item `i` for any query tree: every word may stand in another text of the item.
 * @param node the tree
 */
export function itemCondition(node: SearchNode): SqlPart {
  switch (node.kind) {
    case 'and':
    case 'or': {
      const parts = node.nodes.map(itemCondition);
      return {
        sql: `(${parts.map((part) => part.sql).join(node.kind === 'and' ? ' AND ' : ' OR ')})`,
        parameters: parts.flatMap((part) => part.parameters),
      };
    }
    case 'not': {
      const part = itemCondition(node.node);
      return { sql: `NOT ${part.sql}`, parameters: part.parameters };
    }
    case 'text':
      return textCondition(node);
    case 'exact':
      return exactCondition(node);
    case 'date':
      return dateCondition(node);
  }
}

/** Words outside an exclusion: what snippets show when items are selected by a mixed expression. */
function positiveWords(node: SearchNode): readonly string[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.nodes.flatMap(positiveWords);
    case 'text':
      return node.field === null || KIND_FIELDS.has(node.field) ? [phrase(node)] : [];
    default:
      return [];
  }
}

/**
 * Splits a query: words that each hit must contain, conditions on the item, kinds of hits.
 * @param node parsed query
 */
export function planSearch(node: SearchNode): SearchPlan {
  const parts = node.kind === 'and' ? node.nodes : [node];
  const free: SearchNode[] = [];
  const filters: SearchNode[] = [];
  const kinds = new Set<RecordKind | 'page'>();
  for (const part of parts) {
    const excluded = part.kind === 'not' && freeMatch(part.node) !== null;
    const kind = part.kind === 'text' && part.field !== null ? KIND_FIELDS.get(part.field) : undefined;
    if (kind !== undefined && part.kind === 'text') {
      kinds.add(kind);
      free.push({ ...part, field: null });
    } else if (freeMatch(part) !== null || excluded) free.push(part);
    else filters.push(part);
  }
  const match = free.length === 0 ? null : freeMatch({ kind: 'and', nodes: free });
  const filterNodes = match === null ? [...free, ...filters] : filters;
  const filterNode: SearchNode = { kind: 'and', nodes: filterNodes };
  const filter = filterNodes.length === 0 ? null : itemCondition(filterNode);
  if (match === null) {
    // "(phonics year:2015) or (words year:2016)": hits show any of the words within the selected items.
    const shown = positiveWords(filterNode);
    return { match: shown.length > 0 ? shown.join(' OR ') : null, selectsItems: true, filter, kinds: null };
  }
  return { match, selectsItems: false, filter, kinds: kinds.size === 0 ? null : kinds };
}
