import type { SearchNode } from '@shared/domain/search/node';
import { inTexts, itemCondition, phrase, type SqlPart } from './item-condition';
import type { RecordKind } from './records';

export { inTexts, itemCondition, type SqlPart };

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
