/** Fields that hold text and are looked up in the index. */
export const textFields = [
  'title',
  'creator',
  'container',
  'abstract',
  'tag',
  'note',
  'comment',
  'fulltext',
] as const;
export type TextField = (typeof textFields)[number];

/** Fields compared as a whole. `collection` holds a name or an id; `tagName` and `journal` hold the whole name. */
export type ExactField =
  | 'type'
  | 'color'
  | 'status'
  | 'doi'
  | 'key'
  | 'collection'
  | 'design'
  | 'language'
  | 'tagName'
  | 'journal'
  | 'has';

export type DateField = 'year' | 'added' | 'modified' | 'opened';

/** What a paper may have ("has:pdf"). */
export const PARTS = [
  'pdf',
  'text',
  'note',
  'annotation',
  'abstract',
  'doi',
  'tag',
  'collection',
  'relevance',
  'retraction',
] as const;

/** Words to be found next to one another, in one field or anywhere. */
export interface TextTerm {
  readonly kind: 'text';
  readonly field: TextField | null;
  readonly words: readonly string[];
  /** The last word may go on ("teach" finds "teaching"). */
  readonly prefix: boolean;
}

/** One of these values as a whole. */
export interface ExactTerm {
  readonly kind: 'exact';
  readonly field: ExactField;
  readonly values: readonly string[];
}

/** ISO prefixes ("2020", "2020-05"); `from` is inclusive, `before` exclusive. */
export interface DateTerm {
  readonly kind: 'date';
  readonly field: DateField;
  readonly from: string | null;
  readonly before: string | null;
}

/** Both ends inclusive. */
export interface NumberTerm {
  readonly kind: 'number';
  readonly field: 'relevance';
  readonly from: number | null;
  readonly to: number | null;
}

/** A search as a tree: what the search box and a saved search become before they are SQL. */
export type SearchNode =
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly SearchNode[] }
  | { readonly kind: 'not'; readonly node: SearchNode }
  | TextTerm
  | ExactTerm
  | DateTerm
  | NumberTerm;

/**
 * Joins what is there.
 * @param kind whether all or any must hold
 * @param nodes parts; null ones say nothing
 * @returns null when no part says anything
 */
export function combine(kind: 'and' | 'or', nodes: readonly (SearchNode | null)[]): SearchNode | null {
  const present = nodes.filter((node) => node !== null);
  const [first] = present;
  if (first === undefined) return null;
  return present.length === 1 ? first : { kind, nodes: present };
}
