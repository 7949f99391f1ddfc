import type Database from 'better-sqlite3';
import { prepared } from '@db/query';
import { fieldValues } from '@db/search/values';
import { folded } from '@shared/domain/search/text';
import { isListed, knownValues, type ListedField } from '@shared/domain/search/values';
import type { CallInput, CallOutput } from '@shared/ipc/contract';

type Field = CallInput<'search.values'>['field'];
type Values = CallOutput<'search.values'>;

/** Listed fields of which it is worth knowing how often the library has each value. */
const COUNTED = ['design', 'phase', 'subject', 'topic', 'country'] as const;
type Counted = (typeof COUNTED)[number];
/** Listed fields that are offered as they are. */
type Fixed = Exclude<Field & ListedField, Counted>;

const isCounted = (field: Field): field is Counted => COUNTED.some((each) => each === field);
const isFixed = (field: Field): field is Fixed => isListed(field) && !isCounted(field);

/** Values of the fields that can be searched, as the library holds them: what the search box completes. */
export class SearchValues {
  readonly #db: Database.Database;
  /** Values of the fields asked for, until something changes. */
  readonly #known = new Map<Field, { readonly sequence: number; readonly values: Values }>();

  constructor(db: Database.Database) {
    this.#db = db;
  }

  /**
   * @param field field of the query language
   * @param prefix what is typed of the value; it may stand at the beginning of any of its words
   * @param limit largest number of values
   */
  find(field: Field, prefix: string, limit: number): Values {
    const wanted = folded(prefix);
    const starts = (text: string): boolean =>
      wanted === '' || folded(text).startsWith(wanted) || folded(text).includes(` ${wanted}`);
    if (isFixed(field))
      return knownValues(field)
        .filter(({ id, words }) => [id, ...words].some(starts))
        .slice(0, limit)
        .map(({ id }) => ({ value: id, id, count: null }));
    if (field === 'relevance')
      return ['5', '4', '3', '2', '1'].filter(starts).map((value) => ({ value, id: null, count: null }));
    if (isCounted(field)) return this.#terms(field, starts).slice(0, limit);
    return this.#values(field)
      .filter(({ value }) => starts(value))
      .slice(0, limit);
  }

  /** Terms that the library uses, those used most first, then the others of the list. */
  #terms(field: Counted, starts: (text: string) => boolean): Values {
    const terms = new Map(knownValues(field).map((term) => [term.id, term.words]));
    const used = this.#values(field);
    const counts = new Map(used.map(({ value, count }) => [value, count]));
    return [
      ...used.map(({ value, count }) => ({ value, id: terms.has(value) ? value : null, count })),
      ...[...terms.keys()].filter((id) => !counts.has(id)).map((id) => ({ value: id, id, count: null })),
    ].filter(({ value }) => [value, ...(terms.get(value) ?? [])].some(starts));
  }

  #values(field: Exclude<Field, Fixed | 'relevance'>): Values {
    const { sequence } = prepared(
      this.#db,
      'SELECT coalesce(max(sequence), 0) AS sequence FROM command_log',
    ).get() as { sequence: number };
    const known = this.#known.get(field);
    if (known?.sequence === sequence) return known.values;
    const values = fieldValues(this.#db, field).map((row) => ({ ...row, id: null }));
    this.#known.set(field, { sequence, values });
    return values;
  }
}
