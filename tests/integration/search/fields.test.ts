import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { ItemTable } from '@db/schema';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';
import { itemRow } from '../../builders/rows';

const AT = '2026-01-15T08:00:00.000Z';

/** A paper by a short name, with its record and its education fields. */
function paper(title: string, csl: object, education: object, more: Partial<ItemTable> = {}): ItemTable {
  return itemRow({
    title,
    csl: JSON.stringify({ type: 'book', title, ...csl }),
    education: JSON.stringify(education),
    ...more,
  });
}

const PAPERS = [
  paper(
    'Alpha',
    {
      publisher: 'Springer Nature',
      'publisher-place': 'Kyiv',
      ISBN: '978-3-16-148410-0',
      keyword: 'phonics, sight words',
      editor: [{ family: 'Halas', given: 'Ada' }],
    },
    {
      phase: ['1'],
      subject: ['0114'],
      country: ['UA'],
      n: 120,
      fits: 'yes',
      setting: 'Two classes in a small town',
      topic: ['academic-achievement', 'reading club'],
    },
    { design: 'case-study' },
  ),
  paper(
    'Beta',
    {
      publisher: 'Видавництво «Основа»',
      note: 'Not by Springer.',
      ISSN: '1234-5679',
      author: [{ family: 'Halas', given: 'Ada' }],
      URL: 'https://example.org/papers/7',
    },
    { phase: ['2', '3'], subject: ['01'], country: ['GB', 'US'], n: 50, fits: 'partly' },
    { design: 'rct' },
  ),
  paper('Gamma', { ISSN: '12345679', PMID: '31452104', publisher: 'Example Press' }, { n: 7 }),
  // Square brackets: what the title page does not say. They make no list of it.
  paper('Delta', { publisher: 'Crossspringer', 'publisher-place': '[Lviv]' }, {}),
];

let library: TestLibrary;
beforeAll(async () => {
  library = openTestLibrary();
  library.library.core.commands.run('test.fill', (change) => {
    for (const row of PAPERS) change.insert('item', row);
    change.insert('file', {
      id: 'a'.repeat(64),
      size: 1,
      media_type: 'application/pdf',
      original_name: 'a.pdf',
      created_at: AT,
    });
    for (const [number, { id: itemId }] of PAPERS.entries()) {
      const attachment = uuidv7();
      change.insert('attachment', {
        id: attachment,
        item_id: itemId,
        file_id: 'a'.repeat(64),
        title: 'a.pdf',
        fingerprint: null,
        page_count: 1,
        text_status: 'no-text-layer',
        text_error: null,
        last_page_index: 0,
        created_at: AT,
        trashed_at: null,
      });
      change.insert('annotation', {
        id: uuidv7(),
        item_id: itemId,
        attachment_id: attachment,
        type: number === 0 ? 'underline' : number === 1 ? 'note' : 'highlight',
        page_index: 0,
        page_label: null,
        rects: '[]',
        color: '#ffd400',
        quote_exact: '',
        quote_prefix: '',
        quote_suffix: '',
        position_start: null,
        position_end: null,
        comment: '',
        sort_index: '0',
        fingerprint: '',
        created_at: AT,
        updated_at: AT,
        // The last one was taken away again.
        trashed_at: number === 3 ? AT : null,
        tags: number === 1 ? '["Метод", "to quote"]' : '[]',
      });
    }
  });
  await library.library.search.settled();
});
afterAll(() => library.close());

const sort = { by: 'title', direction: 'ascending' } as const;
async function found(text: string): Promise<string> {
  const { rows } = await library.get('library.list', { view: { scope: { kind: 'query', text } }, sort });
  return rows.map(({ title }) => title.charAt(0)).join('');
}

/** What is typed, and first letters of the papers that it finds. */
const SEARCHES: readonly (readonly [string, string])[] = [
  ['phase:primary', 'A'],
  ['рівень:"початкова освіта"', 'A'],
  ['phase:secondary', 'B'],
  ['phase:1', 'A'],
  ['phase:tertiary', ''],
  // A broad field of education holds the narrower ones, not the other way round.
  ['subject:Education', 'AB'],
  ['subject:01', 'AB'],
  ['subject:0114', 'A'],
  ['country:Ukraine', 'A'],
  ['країна:"Велика Британія"', 'B'],
  ['country:usa', 'B'],
  ['country:gb NOT country:ua', 'B'],
  ['n:>100', 'A'],
  ['n:50-200', 'AB'],
  ['учасників:<=50', 'BG'],
  ['n:>=0 NOT fits:yes', 'BG'],
  ['fits:yes or підходить:частково', 'AB'],
  ['setting:"small town"', 'A'],
  ['setting:achievement', ''],
  ['topic:"academic achievement"', 'A'],
  ['topic:club', 'A'],
  ['тема:"навчальні досягнення"', 'A'],
  ['design:"case study"', 'A'],
  ['дизайн:"вивчення випадку"', 'A'],
  ['design:rct', 'B'],
  // Beta names Springer in a note, Delta begins otherwise.
  ['publisher:springer', 'A'],
  ['видавець:основа', 'B'],
  ['publisher:"example press"', 'G'],
  ['place:kyiv', 'A'],
  ['місце:lviv', 'D'],
  ['keyword:"sight words"', 'A'],
  ['keyword:springer', ''],
  // Halas wrote Beta and edited Alpha.
  ['editor:halas', 'A'],
  ['by:halas', 'AB'],
  ['isbn:9783161484100', 'A'],
  ['isbn:3-16-148410-X', 'A'],
  ['isbn:9783161484117', ''],
  ['issn:1234-5679', 'BG'],
  ['issn:12345679', 'BG'],
  ['pmid:31452104', 'G'],
  ['pmid:3145210', ''],
  ['url:example.org', 'B'],
  ['annotation.type:underline', 'A'],
  ['виділення.вид:нотатка', 'B'],
  ['annotation.type:highlight', 'G'],
  ['annotation.tag:"to quote"', 'B'],
  ['виділення.мітка:метод', 'B'],
  ['annotation.tag:quote', ''],
  // A name that is no field is text, and never an error.
  ['publishers:springer', ''],
  ['annotation.colour:red', ''],
];

describe('fields of the query language', () => {
  it.each(SEARCHES)('%s finds %s', async (text, titles) => {
    expect(await found(text)).toBe(titles);
  });

  it.each(SEARCHES)('%s, saved as a search, still finds %s', async (text, titles) => {
    const { condition } = await library.get('searches.fromText', { text });
    const { searchId } = await library.get('searches.create', { name: text, condition });
    const { rows } = await library.get('library.list', {
      view: { scope: { kind: 'search', searchId } },
      sort,
    });
    expect(rows.map(({ title }) => title.charAt(0)).join('')).toBe(titles);
    // What the editor shows and saves again means the same.
    const { total } = await library.get('searches.preview', { condition });
    expect(total).toBe(titles.length);
  });

  it('find nothing in the trash, and hits of other texts within the papers they choose', async () => {
    const { groups } = await library.get('search.query', { text: 'springer phase:primary' });
    expect(groups.map(({ kind, hits }) => [kind, hits.map(({ title }) => title)])).toEqual([
      ['item', ['Alpha']],
    ]);
    await library.get('library.trash', { itemIds: [PAPERS[2]?.id ?? ''] });
    expect(await found('pmid:31452104')).toBe('');
    expect(await found('n:<10')).toBe('');
    await library.get('history.undo', {});
    expect(await found('n:<10')).toBe('G');
  });
});

describe('values that complete a field', () => {
  const offered = async (
    field: 'phase' | 'country' | 'topic' | 'design' | 'annotationTag' | 'fits',
    prefix = '',
  ) => library.get('search.values', { field, prefix, limit: 100 });

  it('are those of the library first, with how often, then the rest of the list', async () => {
    const countries = await offered('country');
    expect(countries.slice(0, 3).map(({ value, count }) => [value, count])).toEqual([
      ['GB', 1],
      ['UA', 1],
      ['US', 1],
    ]);
    expect(countries[3]).toMatchObject({ count: null });
    expect((await offered('phase')).map(({ value }) => value)).toEqual([
      '1',
      '2',
      '3',
      '0',
      '4',
      '5',
      '6',
      '7',
      '8',
    ]);
  });

  it('are found by labels of both languages, and own words are no terms', async () => {
    expect((await offered('phase', 'поч')).map(({ id }) => id)).toEqual(['1']);
    expect((await offered('country', 'сполучене кор')).map(({ id }) => id)).toEqual([]);
    expect((await offered('country', 'велика б')).map(({ id }) => id)).toEqual(['GB']);
    expect((await offered('design', 'case')).map(({ id }) => id)).toEqual(['case-study']);
    expect((await offered('topic', 'reading cl')).map(({ value, id }) => [value, id])).toEqual([
      ['reading club', null],
    ]);
    expect((await offered('fits', 'ча')).map(({ id }) => id)).toEqual(['partly']);
    expect((await offered('annotationTag')).map(({ value }) => value).sort()).toEqual(['to quote', 'Метод']);
  });
});
