import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type {
  DateTerm,
  ExactTerm,
  NumberTerm,
  SearchNode,
  StoredField,
  TextTerm,
} from '@shared/domain/search/node';
import { folded } from '@shared/domain/search/text';
import { query } from '../query';

/** SQL with its parameters. */
export interface SqlPart {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

/** A match in any column of a record but the one that holds its kind. @param match FTS5 expression */
export const inTexts = (match: string): string => `{title creator container abstract tag body} : (${match})`;

/**
 * FTS5 expression of one term.
 * @param term words of letters and digits, so that nothing in them is an operator
 */
export function phrase(term: TextTerm): string {
  return `"${term.words.join(' ')}"${term.prefix ? '*' : ''}`;
}

type Condition = RawBuilder<SqlBool>;

/** Where the words of a field stand: column of the index that holds them among others, and variable of the record. */
const STORED: Readonly<
  Record<
    StoredField,
    { readonly index: 'body' | 'creator'; readonly json: 'csl' | 'education'; readonly variable: string }
  >
> = {
  publisher: { index: 'body', json: 'csl', variable: 'publisher' },
  place: { index: 'body', json: 'csl', variable: '"publisher-place"' },
  editor: { index: 'creator', json: 'csl', variable: 'editor' },
  keyword: { index: 'body', json: 'csl', variable: 'keyword' },
  url: { index: 'body', json: 'csl', variable: 'URL' },
  setting: { index: 'body', json: 'education', variable: 'setting' },
  topic: { index: 'body', json: 'education', variable: 'topic' },
};

/** Ids of items with a match in one column of the index. @param match FTS5 expression */
const found = (column: string, match: string): RawBuilder<unknown> =>
  sql`SELECT r.item_id FROM fulltext.record r WHERE +r.kind = 'item'
    AND r.id IN (SELECT rowid FROM fulltext.record_fts WHERE record_fts MATCH ${`{${column}} : ${match}`})`;

/** Name of the item in the statement around the condition. */
export type ItemAlias = 'i' | 'item';

/** Builds conditions on one item. Every subquery is independent of the item, so each text index is read once. */
class Conditions {
  readonly #item: ItemAlias;

  constructor(item: ItemAlias) {
    this.#item = item;
  }

  of(node: SearchNode): Condition {
    switch (node.kind) {
      case 'and':
        return sql`(${sql.join(
          node.nodes.map((each) => this.of(each)),
          sql` AND `,
        )})`;
      case 'or':
        return sql`(${sql.join(
          node.nodes.map((each) => this.of(each)),
          sql` OR `,
        )})`;
      case 'not':
        // What is unknown (no year, no DOI) does not hold either.
        return sql`(${this.of(node.node)}) IS NOT TRUE`;
      case 'text':
        return this.#text(node);
      case 'exact':
        return this.#exact(node);
      case 'date':
        return this.#date(node);
      case 'number':
        return this.#number(node);
    }
  }

  #id(): RawBuilder<string> {
    return sql.ref(`${this.#item}.id`);
  }

  #column(name: string): RawBuilder<unknown> {
    return sql.ref(`${this.#item}.${name}`);
  }

  #in(ids: RawBuilder<unknown>): Condition {
    return sql`${this.#id()} IN (${ids})`;
  }

  /**
   * Papers out of the index of one column: asked of each record, a span of years would be read and sorted for every page.
   * @param holds condition on a column of `listed`
   */
  #listed(holds: Condition): Condition {
    return this.#in(sql`SELECT listed.id FROM item listed WHERE listed.trashed_at IS NULL AND ${holds}`);
  }

  #inRecords(kinds: readonly string[], match: string): Condition {
    // The plus makes SQLite go from the few records that match, not through all records of a kind.
    return this
      .#in(sql`SELECT r.item_id FROM fulltext.record r WHERE +r.kind IN (${sql.join(kinds.map((kind) => sql.lit(kind)))})
      AND r.id IN (SELECT rowid FROM fulltext.record_fts WHERE record_fts MATCH ${match})`);
  }

  #inPages(match: string): Condition {
    return this.#in(sql`SELECT a.item_id FROM attachment a WHERE a.trashed_at IS NULL AND a.file_id IN (
      SELECT p.file_id FROM fulltext.page p WHERE p.id IN (SELECT rowid FROM fulltext.page_fts WHERE page_fts MATCH ${match}))`);
  }

  #text(term: TextTerm): Condition {
    const match = phrase(term);
    switch (term.field) {
      case null:
        return sql`(${this.#inRecords(['item', 'note', 'annotation', 'reading'], inTexts(match))} OR ${this.#inPages(match)})`;
      case 'fulltext':
        return this.#inPages(match);
      case 'note':
        return this.#inRecords(['note'], inTexts(match));
      case 'comment':
        return this.#inRecords(['annotation'], inTexts(match));
      case 'publisher':
      case 'place':
      case 'editor':
      case 'keyword':
      case 'url':
      case 'setting':
      case 'topic':
        return this.#stored(term, term.field);
      default:
        return this.#inRecords(['item'], `{${term.field}} : ${match}`);
    }
  }

  /** Records with the words anywhere among their small fields, then those that have them in this one. */
  #stored(term: TextTerm, field: StoredField): Condition {
    const { index, json, variable } = STORED[field];
    const candidates = sql`s.id IN (${found(index, phrase(term))})`;
    const value = sql`json_extract(${sql.ref(`s.${json}`)}, ${`$.${variable}`})`;
    const holds = sql<SqlBool>`${candidates} AND holds_words(${value}, ${term.words.join(' ')}, ${term.prefix ? 1 : 0})`;
    return json === 'education'
      ? this.#educated(holds)
      : this.#in(sql`SELECT s.id FROM item s WHERE ${holds}`);
  }

  /** A number of a record, however it is written; `candidates` are papers that may have it. */
  #numbered(variable: 'ISBN' | 'ISSN' | 'PMID', values: readonly string[]): Condition {
    return sql`(${sql.join(
      values.map((value) => {
        const digits = value.replace(/[^\da-z]/g, '');
        const halves = [digits.slice(0, 4), digits.slice(4)].filter((half) => half !== '').join(' ');
        // An ISBN has its hyphens anywhere, so that the index cannot be asked; few records have one.
        const candidates =
          variable === 'ISBN'
            ? sql`instr(s.csl, '"ISBN"') > 0`
            : sql`s.id IN (${found('body', `("${digits}" OR "${halves}")`)})`;
        return this.#in(
          sql`SELECT s.id FROM item s WHERE ${candidates} AND holds_number(json_extract(s.csl, ${`$.${variable}`}), ${value})`,
        );
      }),
      sql` OR `,
    )})`;
  }

  /**
   * Papers whose education fields say something, out of an index that holds these fields alone.
   * @param holds condition on `s.education`
   */
  #educated(holds: Condition): Condition {
    return this.#in(sql`SELECT s.id FROM item s WHERE s.education <> '{}' AND ${holds}`);
  }

  #number({ field, from, to }: NumberTerm): Condition {
    if (field === 'n') return this.#educated(between(sql`json_extract(s.education, '$.n')`, from, to));
    return this.#listed(between(sql.ref(`listed.${field}`), from, to));
  }

  #exact({ field, values }: ExactTerm): Condition {
    const list = sql.join(values);
    switch (field) {
      case 'type':
        return sql`${this.#column('type')} IN (${list})`;
      case 'status':
        return sql`${this.#column('read_status')} IN (${list})`;
      case 'doi':
        return sql`${this.#column('doi')} IN (${list})`;
      case 'key':
        return sql`fold(${this.#column('citation_key')}) IN (${list})`;
      case 'journal':
        return sql`fold(${this.#column('container_title')}) IN (${list})`;
      case 'isbn':
        return this.#numbered('ISBN', values);
      case 'issn':
        return this.#numbered('ISSN', values);
      case 'pmid':
        return this.#numbered('PMID', values);
      case 'fits':
        return this.#educated(sql`json_extract(s.education, '$.fits') IN (${list})`);
      case 'phase':
      case 'country':
        return this.#educated(
          sql`EXISTS (SELECT 1 FROM json_each(s.education, ${`$.${field}`}) t WHERE t.value IN (${list}))`,
        );
      case 'topic':
        return this.#educated(
          sql`EXISTS (SELECT 1 FROM json_each(s.education, '$.topic') t WHERE fold(t.value) IN (${sql.join(values.map(folded))}))`,
        );
      case 'subject':
        // Codes of ISCED-F grow by a digit with each step: 01 holds 011, which holds 0114.
        return this.#educated(sql`EXISTS (SELECT 1 FROM json_each(s.education, '$.subject') t
          WHERE ${sql.join(
            values.map((code) => sql`substr(t.value, 1, ${code.length}) = ${code}`),
            sql` OR `,
          )})`);
      case 'annotationType':
        return this.#in(sql`SELECT item_id FROM annotation WHERE type IN (${list}) AND trashed_at IS NULL`);
      case 'annotationTag':
        return this.#in(sql`SELECT an.item_id FROM annotation an, json_each(an.tags) t
          WHERE an.trashed_at IS NULL AND an.tags <> '[]' AND fold(t.value) IN (${list})`);
      case 'design':
      case 'language':
        return sql`fold(${this.#column(field)}) IN (${list})`;
      case 'color':
        return this.#in(sql`SELECT item_id FROM annotation WHERE color IN (${list}) AND trashed_at IS NULL
          UNION SELECT it.item_id FROM item_tag it JOIN tag t ON t.id = it.tag_id WHERE t.color IN (${list})`);
      case 'tagName':
        return this.#in(
          sql`SELECT it.item_id FROM item_tag it JOIN tag t ON t.id = it.tag_id WHERE t.id IN (${list}) OR fold(t.name) IN (${list})`,
        );
      case 'collection':
        return this.#in(sql`WITH RECURSIVE below(id) AS (
            SELECT id FROM collection WHERE id IN (${list}) OR fold(name) IN (${list})
            UNION SELECT c.id FROM collection c JOIN below ON c.parent_id = below.id)
          SELECT ci.item_id FROM collection_item ci WHERE ci.collection_id IN (SELECT id FROM below)`);
      case 'has':
        return sql`(${sql.join(
          values.map((part) => this.#has(part)),
          sql` OR `,
        )})`;
    }
  }

  #has(part: string): Condition {
    switch (part) {
      case 'pdf':
        return this.#in(sql`SELECT a.item_id FROM attachment a JOIN file f ON f.id = a.file_id
          WHERE a.trashed_at IS NULL AND f.media_type = 'application/pdf'`);
      case 'text':
        return this.#in(
          sql`SELECT item_id FROM attachment WHERE trashed_at IS NULL AND text_status = 'indexed'`,
        );
      case 'note':
        return this.#in(sql`SELECT item_id FROM note WHERE trashed_at IS NULL AND item_id IS NOT NULL`);
      case 'annotation':
        return this.#in(sql`SELECT item_id FROM annotation WHERE trashed_at IS NULL`);
      case 'abstract':
        return sql`json_extract(${this.#column('csl')}, '$.abstract') IS NOT NULL`;
      case 'doi':
        return sql`${this.#column('doi')} IS NOT NULL`;
      case 'tag':
        return this.#in(sql`SELECT item_id FROM item_tag`);
      case 'collection':
        return this.#in(sql`SELECT item_id FROM collection_item`);
      case 'relevance':
      case 'retraction':
        return sql`${this.#column(part)} IS NOT NULL`;
      default:
        return sql`0`;
    }
  }

  #date({ field, from, before }: DateTerm): Condition {
    const name = { year: 'year', added: 'created_at', modified: 'updated_at', opened: 'opened_at' }[field];
    const column = sql.ref(`listed.${name}`);
    const bound = (value: string): string | number => (field === 'year' ? Number(value.slice(0, 4)) : value);
    const parts: Condition[] = [];
    if (from !== null) parts.push(sql`${column} >= ${bound(from)}`);
    if (before !== null) parts.push(sql`${column} < ${bound(before)}`);
    return this.#listed(sql`(${sql.join(parts, sql` AND `)})`);
  }
}

function between(column: RawBuilder<unknown>, from: number | null, to: number | null): Condition {
  const parts: Condition[] = [];
  if (from !== null) parts.push(sql`${column} >= ${from}`);
  if (to !== null) parts.push(sql`${column} <= ${to}`);
  return parts.length === 0 ? sql`${column} IS NOT NULL` : sql`(${sql.join(parts, sql` AND `)})`;
}

/**
 * Condition on an item for any query tree: every word may stand in another text of the item.
 * @param node the tree
 * @param item name of the item in the statement around it
 */
export function itemExpression(node: SearchNode, item: ItemAlias): Condition {
  return new Conditions(item).of(node);
}

/**
 * The same as SQL with parameters, for statements written by hand, where the item is `i`.
 * @param node the tree
 */
export function itemCondition(node: SearchNode): SqlPart {
  const { sql: text, parameters } = itemExpression(node, 'i').compile(query);
  return {
    sql: text,
    parameters: parameters.map((value) => (typeof value === 'number' ? value : String(value))),
  };
}
