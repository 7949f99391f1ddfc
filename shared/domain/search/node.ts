/** Fields that hold text and have a column or a kind of record of their own in the index. */
type IndexedField = 'title' | 'creator' | 'container' | 'abstract' | 'tag' | 'note' | 'comment' | 'fulltext';

/** Fields that hold text and share a column of the index: where a word stands is told by the record itself. */
export type StoredField = 'publisher' | 'place' | 'editor' | 'keyword' | 'url' | 'setting' | 'topic';
export type TextField = IndexedField | StoredField;

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
  | 'has'
  | 'isbn'
  | 'issn'
  | 'pmid'
  | 'phase'
  | 'subject'
  | 'topic'
  | 'country'
  | 'fits'
  | 'annotationType'
  | 'annotationTag';

/** `n` is the number of people studied. */
export type NumberField = 'relevance' | 'n';

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
  readonly field: NumberField;
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
