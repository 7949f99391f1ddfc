import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { ItemTable } from '@db/schema';
import {
  CONDITION_FIELDS,
  conditionNode,
  type ConditionField,
  type ConditionGroup,
  type SearchCondition,
} from '@shared/domain/search/condition';
import type { Education } from '@shared/domain/library/education';
import { folded } from '@shared/domain/search/text';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';
import { itemRow, noteRow, tagRow } from '../../builders/rows';

const NOW = '2026-01-15T08:00:00.000Z';
const WORDS = ['reading', 'pairs', 'phonics', 'Читання', 'мета', 'small', 'of'];
const TAGS = ['to read', 'Важливе', 'method'];
const JOURNALS = ['Example Journal', 'Вісник прикладів', ''];
const TYPES = ['article-journal', 'book', 'thesis'];
const STATUSES = ['to-read', 'reading', 'read'];
const YEARS = [null, 2010, 2015, 2020];

/** A paper as a plain value: what the plain filter looks at. */
interface Paper {
  readonly row: ItemTable;
  readonly words: Readonly<Record<'title' | 'creator' | 'abstract' | 'publisher', readonly string[]>>;
  readonly education: Education;
  readonly tags: readonly string[];
  readonly notes: readonly string[];
  readonly collections: readonly string[];
}

const pick = <T>(values: readonly T[]) => fc.constantFrom(...values);
const someWords = fc.array(pick(WORDS), { minLength: 1, maxLength: 4 });
const arbitraryPaper = fc
  .record({
    title: someWords,
    creator: someWords,
    abstract: fc.array(pick(WORDS), { maxLength: 3 }),
    journal: pick(JOURNALS),
    year: pick(YEARS),
    type: pick(TYPES),
    status: pick(STATUSES),
    relevance: pick([null, 1, 3, 5]),
    tags: fc.uniqueArray(pick(TAGS), { maxLength: 2 }),
    notes: fc.array(pick(WORDS), { maxLength: 1 }),
    collections: fc.uniqueArray(pick(['Phonics', 'Глава перша']), { maxLength: 2 }),
    added: pick(['2025-12-01T00:00:00.000Z', '2026-01-10T00:00:00.000Z']),
    doi: pick([null, '10.5555/a', '10.5555/b']),
    key: pick([null, 'Halas2019', 'шевченко2020']),
    publisher: fc.array(pick(WORDS), { maxLength: 2 }),
    phase: fc.uniqueArray(pick(['0', '1', '2']), { maxLength: 2 }),
    country: fc.uniqueArray(pick(['UA', 'GB']), { maxLength: 2 }),
    n: pick([null, 12, 120]),
    fits: pick([null, 'yes', 'no'] as const),
  })
  .map((made): Paper => {
    const csl = {
      type: made.type,
      title: made.title.join(' '),
      author: [{ literal: made.creator.join(' ') }],
      ...(made.abstract.length > 0 ? { abstract: made.abstract.join(' ') } : {}),
      'container-title': made.journal,
      ...(made.publisher.length > 0 ? { publisher: made.publisher.join(' ') } : {}),
    };
    const education: Education = {
      ...(made.phase.length > 0 ? { phase: made.phase } : {}),
      ...(made.country.length > 0 ? { country: made.country } : {}),
      ...(made.n === null ? {} : { n: made.n }),
      ...(made.fits === null ? {} : { fits: made.fits }),
    };
    return {
      row: itemRow({
        type: made.type,
        title: csl.title,
        csl: JSON.stringify(csl),
        container_title: made.journal,
        year: made.year,
        read_status: made.status,
        relevance: made.relevance,
        created_at: made.added,
        doi: made.doi,
        citation_key: made.key,
        education: JSON.stringify(education),
      }),
      education,
      words: {
        title: made.title,
        creator: made.creator,
        abstract: made.abstract,
        publisher: made.publisher,
      },
      tags: made.tags,
      notes: made.notes,
      collections: made.collections,
    };
  });

const VALUES: Readonly<Partial<Record<ConditionField, readonly string[]>>> = {
  title: ['reading', 'read', 'чита', 'of', '"phonic"', 'reading pairs', ''],
  creator: ['pairs', 'МЕТА'],
  abstract: ['small', 'phonics'],
  note: ['small', 'чит'],
  tag: ['To Read', 'важливе', 'absent'],
  container: ['example journal', 'вісник прикладів'],
  collection: ['phonics', 'глава перша', 'absent'],
  year: ['2015', '2014', 'soon'],
  status: STATUSES,
  type: TYPES,
  relevance: ['3', '5', ''],
  has: ['note', 'tag', 'collection', 'abstract', 'relevance', 'doi', 'pdf'],
  added: ['2026-01', '2026-01-10', '10', '100'],
  doi: ['10.5555/A', 'https://doi.org/10.5555/b'],
  key: ['halas2019', 'ШЕВЧЕНКО2020'],
  publisher: ['reading', 'чита', 'of', '"phonic"', 'reading pairs'],
  n: ['12', '100', 'many'],
  fits: ['Так', 'no'],
  phase: ['Primary', '2'],
  country: ['Україна', 'GB'],
};
const arbitraryRule = fc
  .constantFrom(...(Object.keys(VALUES) as ConditionField[]))
  .chain((field) =>
    fc.record({
      kind: fc.constant('rule' as const),
      field: fc.constant(field),
      operator: fc.constantFrom(...CONDITION_FIELDS[field]),
      value: fc.constantFrom(...(VALUES[field] ?? [])),
    }),
  )
  .filter(
    // Words within a tag's or journal's name are the index's business; whole names are compared here.
    ({ field, operator }) =>
      !(
        (field === 'tag' || field === 'container') &&
        (operator === 'contains' || operator === 'containsNot')
      ),
  );
const { group: arbitraryGroup } = fc.letrec<{ group: ConditionGroup; any: SearchCondition }>((tie) => ({
  group: fc.record({
    kind: fc.constant('group' as const),
    match: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
    conditions: fc.array(tie('any'), { maxLength: 3 }),
  }),
  any: fc.oneof({ depthSize: 'small', maxDepth: 3, withCrossShrink: true }, arbitraryRule, tie('group')),
}));

/** Whether words stand next to one another, the last one perhaps as a beginning. */
function hasWords(text: readonly string[], value: string): boolean {
  const exact = value.startsWith('"');
  const wanted = folded(value.replaceAll('"', '')).split(' ');
  const last = wanted.at(-1) ?? '';
  return text.some((_, at) =>
    wanted.every((word, index) => {
      const found = folded(text[at + index] ?? '');
      return index === wanted.length - 1 && !exact && last.length >= 3
        ? found.startsWith(word)
        : found === word;
    }),
  );
}

/** What one rule says of a paper, written without the application's own code; null when it says nothing. */
function ruleHolds(rule: Extract<SearchCondition, { kind: 'rule' }>, paper: Paper): boolean | null {
  const { field, operator, value } = rule;
  const { row } = paper;
  const isOneOf = (values: readonly (string | null)[]): boolean =>
    values.some((each) => each !== null && folded(each) === folded(value));
  const compare = (number: number | null): boolean | null => {
    if (!/^\d+$/.test(value)) return null;
    if (number === null) return false;
    return operator === 'atLeast'
      ? number >= Number(value)
      : operator === 'atMost'
        ? number <= Number(value)
        : number === Number(value);
  };
  switch (field) {
    case 'title':
    case 'creator':
    case 'abstract':
    case 'publisher':
      return value === '' ? null : hasWords(paper.words[field], value);
    case 'note':
      return paper.notes.some((note) => hasWords([note], value));
    case 'tag':
      return isOneOf(paper.tags);
    case 'container':
      return isOneOf([row.container_title]);
    case 'collection':
      return isOneOf(paper.collections);
    case 'status':
      return row.read_status === value;
    case 'type':
      return row.type === value;
    case 'year':
      return compare(row.year);
    case 'relevance':
      return compare(row.relevance);
    case 'n':
      return compare(paper.education.n ?? null);
    case 'fits':
      return paper.education.fits === { Так: 'yes', no: 'no' }[value];
    case 'phase':
      return paper.education.phase?.includes(value === 'Primary' ? '1' : value) ?? false;
    case 'country':
      return paper.education.country?.includes(value === 'Україна' ? 'UA' : value) ?? false;
    case 'doi':
      return row.doi === value.toLowerCase().replace('https://doi.org/', '');
    case 'key':
      return isOneOf([row.citation_key]);
    case 'has':
      return {
        note: paper.notes.length > 0,
        tag: paper.tags.length > 0,
        collection: paper.collections.length > 0,
        abstract: paper.words.abstract.length > 0,
        relevance: row.relevance !== null,
        doi: row.doi !== null,
        pdf: false,
      }[value] as boolean;
    case 'added': {
      if (operator === 'inLast' || operator === 'notInLast') {
        if (!/^\d+$/.test(value)) return null;
        return Date.parse(row.created_at) >= Date.parse(NOW) - Number(value) * 86_400_000;
      }
      if (!/^\d{4}-/.test(value)) return null;
      return operator === 'before' ? row.created_at < value : row.created_at >= value;
    }
    default:
      throw new Error(`no plain meaning for ${field}`);
  }
}

function holds(condition: SearchCondition, paper: Paper): boolean | null {
  if (condition.kind === 'rule') {
    const said = ruleHolds(condition, paper);
    const negative = ['isNot', 'containsNot', 'notInLast'].includes(condition.operator);
    return said === null ? null : negative ? !said : said;
  }
  const said = condition.conditions.map((each) => holds(each, paper)).filter((each) => each !== null);
  if (said.length === 0) return null;
  if (condition.match === 'all') return said.every(Boolean);
  return condition.match === 'any' ? said.some(Boolean) : !said.some(Boolean);
}

function fill(test: TestLibrary, papers: readonly Paper[]): void {
  test.library.core.commands.run('test.fill', (change) => {
    const tagIds = new Map(TAGS.map((name) => [name, tagRow({ name })]));
    for (const tag of tagIds.values()) change.insert('tag', tag);
    const collections = new Map<string, string>();
    for (const name of ['Phonics', 'Глава перша']) {
      const id = uuidv7();
      collections.set(name, id);
      change.insert('collection', { id, parent_id: null, name, position: 0, created_at: NOW });
    }
    for (const { row, tags, notes, collections: within } of papers) {
      change.insert('item', row);
      for (const name of tags)
        change.insert('item_tag', { id: uuidv7(), item_id: row.id, tag_id: tagIds.get(name)?.id ?? '' });
      for (const body of notes) change.insert('note', noteRow({ item_id: row.id, body }));
      for (const name of within)
        change.insert('collection_item', {
          id: uuidv7(),
          collection_id: collections.get(name) ?? '',
          item_id: row.id,
        });
    }
  });
}

describe('a saved search', () => {
  const papers = fc.sample(arbitraryPaper, { numRuns: 60, seed: 42 });
  let test: TestLibrary;
  beforeAll(async () => {
    test = openTestLibrary({ clock: { now: () => NOW } });
    fill(test, papers);
    await test.library.search.settled();
  });
  afterAll(() => test.close());

  const found = async (condition: ConditionGroup): Promise<readonly string[]> => {
    const { searchId } = await test.get('searches.create', { name: 'x', condition });
    const { ids } = await test.get('library.ids', {
      view: { scope: { kind: 'search', searchId } },
      sort: { by: 'title', direction: 'ascending' },
    });
    const { total } = await test.get('searches.preview', { condition });
    expect(total).toBe(ids.length);
    await test.get('searches.remove', { searchId });
    return [...ids].sort();
  };

  it('finds exactly the papers that a plain filter over the same papers finds', async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(arbitraryGroup, async (condition) => {
        if (conditionNode(condition, NOW) === null) {
          expect(holds(condition, papers[0] as Paper)).toBeNull();
          return;
        }
        const expected = papers.filter((paper) => holds(condition, paper)).map(({ row }) => row.id);
        if (expected.length > 0 && expected.length < papers.length) told += 1;
        expect(await found(condition)).toEqual(expected.sort());
      }),
      { numRuns: 300, seed: 7 },
    );
    // Most conditions must tell papers apart, or the comparison would show nothing.
    expect(told).toBeGreaterThan(100);
  });

  it('made of a typed query finds what the query finds', async () => {
    for (const text of [
      'reading or phonics',
      'title:reading -small',
      'чита NOT phonics',
      '(after:2012 or relevance:5) and status:reading',
      'type:book or type:thesis year:2010-2015',
      'tag:method reading',
      'NOT (has:note or collection:phonics)',
      're* before:2016',
    ]) {
      const { condition } = await test.get('searches.fromText', { text });
      const { ids } = await test.get('library.ids', {
        view: { scope: { kind: 'query', text } },
        sort: { by: 'title', direction: 'ascending' },
      });
      expect(ids.length, text).toBeGreaterThan(0);
      expect(await found(condition), text).toEqual([...ids].sort());
    }
  });
});
