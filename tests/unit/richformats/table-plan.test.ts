import { describe, expect, it } from 'vitest';
import { MAX_TABLE_COLUMNS, tablePlan, withColumn, type TablePlan } from '@shared/domain/import';
import { proposeMapping } from '@shared/formats/bibliography';
import {
  openBibliography,
  type ParsedRecord,
  type TableHead,
} from '../../../electron/library/adapters/bibliography';
import {
  openTable,
  NO_REQUEST,
  type TableRequest,
} from '../../../electron/library/adapters/bibliography/open-table';

const EXPECTED: TableRequest = { ...NO_REQUEST, isExpected: true };

function open(
  text: string,
  request: TableRequest = EXPECTED,
): { readonly head: TableHead; readonly records: readonly ParsedRecord[] } {
  const opened = openBibliography(Buffer.from(text), request);
  if (!opened.ok) throw new Error(opened.error.code);
  const { table, records } = opened.value;
  if (table === undefined) throw new Error(opened.value.format);
  return { head: table, records: [...records] };
}

const planned = (plan: Partial<TablePlan>): TableRequest => ({ ...EXPECTED, plan: tablePlan.parse(plan) });

/** What was read, without what is the same everywhere. */
function read(record: ParsedRecord | undefined): Record<string, unknown> {
  if (record?.outcome.kind !== 'read') throw new Error(JSON.stringify(record));
  const { item, extras } = record.outcome;
  return { ...item, extras };
}

const STRANGE = 'Що читали;Хто;Коли\nЧитання вголос;"Коваль, Олена";2021\nПарне читання;Бондар І.;2019\n';

describe('a table whose headings nobody knows', () => {
  it('waits for its columns when a person chose it as a table, and shows what stands in them', () => {
    const { head, records } = open(STRANGE);
    expect(head).toMatchObject({
      state: 'waiting',
      columns: [
        { heading: 'Що читали', examples: ['Читання вголос', 'Парне читання'] },
        { heading: 'Хто', examples: ['Коваль, Олена', 'Бондар І.'] },
        { heading: 'Коли', examples: ['2021', '2019'] },
      ],
      targets: ['carry', 'carry', 'carry'],
      rows: 2,
      records: 0,
    });
    expect(records).toEqual([]);
  });

  it('is no bibliography when it was only found somewhere', () => {
    expect(openBibliography(Buffer.from(STRANGE))).toMatchObject({ error: { code: 'import.no-records' } });
  });

  it('comes in as soon as its title column is named', () => {
    const { head, records } = open(STRANGE, planned({ columns: ['title', 'author', 'issued'] }));
    expect(head).toMatchObject({ state: 'read', records: 2 });
    expect(records.map((record) => [record.line, read(record)['title']])).toEqual([
      [2, 'Читання вголос'],
      [3, 'Парне читання'],
    ]);
    expect(read(records[0])).toMatchObject({ author: [{ family: 'Коваль', given: 'Олена' }] });
  });

  it('is not taken for BibTeX because of an e-mail address in a cell', () => {
    expect(open('Work;Contact\nReading aloud;koval@school (Kyiv)\n').head.state).toBe('waiting');
    const bibtex = openBibliography(Buffer.from('@article{a, title={T}}'), EXPECTED);
    expect(bibtex).toMatchObject({ value: { format: 'bibtex' } });
  });

  it('is known again by its headings', () => {
    const { head } = open(STRANGE);
    const remembered = [{ head: head.head, columns: ['title', 'leave', 'issued'] as const }].map(
      ({ columns, ...rest }) => ({ ...rest, columns: [...columns] }),
    );
    const again = open('що читали ;Хто;Коли\nЩось;Хтось;2020\n', {
      ...NO_REQUEST,
      isExpected: true,
      remembered,
    });
    expect(again.head).toMatchObject({ state: 'read', targets: ['title', 'leave', 'issued'] });
    expect(read(again.records[0])).toMatchObject({ title: 'Щось' });
    expect(read(again.records[0])['custom']).toBeUndefined();
    expect(open('Інше;Хто;Коли\nЩось;Хтось;2020\n', { ...EXPECTED, remembered }).head.state).toBe('waiting');
  });
});

describe('a table without headings', () => {
  it('reads its first row too and calls its columns by number', () => {
    const { head, records } = open(
      '"Koval, Olena";Reading, aloud;2021;A4\n"Bondar, Iryna";Pairs;2019;\n',
      planned({ hasHeadings: false, columns: ['author', 'title', 'issued', 'carry'] }),
    );
    expect(head).toMatchObject({ rows: 2, records: 2, hasHeadings: false });
    expect(head.columns[0]).toEqual({ heading: '', examples: ['Koval, Olena', 'Bondar, Iryna'] });
    expect(records.map(({ line }) => line)).toEqual([1, 2]);
    expect(read(records[0])).toMatchObject({ title: 'Reading, aloud', custom: { table: { 4: 'A4' } } });
  });
});

describe('rows of a table', () => {
  it('lose no cell: headings that stand twice or not at all, and cells behind the last heading', () => {
    const { records } = open('title,year,note X,note X,\nReading,2020,first,second,third,fourth\n');
    expect(read(records[0])['custom']).toEqual({
      table: { 'note X': 'first', 'note X 4': 'second', 5: 'third', 6: 'fourth' },
    });
  });

  it('are found below blank rows', () => {
    const { records } = open('\n;;\ntitle;year;doi\nReading;2020;\n');
    expect(records.map((record) => [record.line, read(record)['title']])).toEqual([[4, 'Reading']]);
  });

  it('are found below a title and a search that stand above the headings', () => {
    const known = open('SEARCH QUERY,dinosaur:ti\n\nTitle,Author,Year\nReading,Koval O.,2020\n');
    expect(known.head).toMatchObject({ state: 'read', rows: 1, records: 1 });
    expect(known.records.map(({ line }) => line)).toEqual([4]);
    const strange = open('Що ми читали навесні\nПраця;Хто;Коли\nЧитання;Коваль;2020\n');
    expect(strange.head).toMatchObject({
      state: 'waiting',
      rows: 1,
      columns: [{ heading: 'Праця' }, {}, {}],
    });
    const bare = open('Що ми читали навесні\nЧитання;Коваль;2020\n', planned({ hasHeadings: false }));
    expect(bare.head.rows).toBe(2);
  });

  it('join columns of people, keywords, tags and notes, and carry a second column of what stands once', () => {
    const { records } = open(
      'a,b,c,d,e,f,g,h\nReading,"Koval, Olena","Bondar, Iryna",class;pairs,silent,Seen in a library,Ask Taras,Other title\n',
      planned({ columns: ['title', 'author', 'author', 'tags', 'tags', 'own-note', 'own-note', 'title'] }),
    );
    expect(read(records[0])).toMatchObject({
      title: 'Reading',
      author: [{ family: 'Koval' }, { family: 'Bondar' }],
      custom: { table: { h: 'Other title' } },
      extras: {
        tags: ['class', 'pairs', 'silent'],
        notes: [
          { body: 'Seen in a library', format: 'text' },
          { body: 'Ask Taras', format: 'text' },
        ],
      },
    });
  });

  it('bring what this library keeps, and carry what it cannot understand', () => {
    const columns = ['title', 'read-status', 'relevance', 'design', 'sample', 'setting'] as const;
    const { records } = open(
      'a,b,c,d,e,f\nReading,read,4,Case study,N = 1 200,Village school\nPairs,maybe,many,magic,some,\n',
      planned({ columns: [...columns] }),
    );
    expect(read(records[0])['extras']).toMatchObject({
      local: {
        readStatus: 'read',
        relevance: 4,
        design: 'case-study',
        education: { n: 1200, setting: 'Village school' },
      },
    });
    expect(read(records[1])['extras']).toEqual({ tags: [] });
    expect(read(records[1])['custom']).toEqual({ table: { b: 'maybe', c: 'many', d: 'magic', e: 'some' } });
  });

  it('may be wider than a plan speaks of', () => {
    const wide = Array.from({ length: MAX_TABLE_COLUMNS + 20 }, (_, at) => `c${String(at)}`);
    const { head, records } = open(`title,year,${wide.join(',')}\nReading,2020,${wide.join(',')}\n`);
    expect(head.columns).toHaveLength(MAX_TABLE_COLUMNS);
    const { table } = read(records[0])['custom'] as { table: Record<string, string> };
    expect(Object.values(table)).toEqual(wide);
  });
});

describe('a workbook with several sheets', () => {
  const sheets = [
    { name: 'Read me', rows: [['Made in spring'], ['Ask Olena']] },
    {
      name: 'Found',
      rows: [
        ['Title', 'Year'],
        ['Reading', '2020'],
      ],
    },
    {
      name: 'Old',
      rows: [
        ['Title', 'Year'],
        ['Pairs', '2010'],
      ],
    },
  ];

  it('is read where the headings are known, or where the person says', () => {
    expect(openTable(sheets, NO_REQUEST)?.head.sheet).toBe('Found');
    expect(openTable(sheets, planned({ sheet: 'Old' }))?.head).toMatchObject({ sheet: 'Old', records: 1 });
    expect(openTable(sheets, planned({ sheet: 'Read me' }))?.head).toMatchObject({
      sheet: 'Read me',
      state: 'waiting',
      sheets: ['Read me', 'Found', 'Old'],
    });
  });
});

describe('choosing a field', () => {
  it('takes it from the column that had it, unless it may stand several times', () => {
    expect(withColumn(['title', 'carry'], 1, 'title')).toEqual(['carry', 'title']);
    expect(withColumn(['author', 'carry'], 1, 'author')).toEqual(['author', 'author']);
    expect(withColumn(['leave', 'carry'], 1, 'leave')).toEqual(['leave', 'leave']);
  });

  it('knows what ASReview and Web of Science call their columns', () => {
    expect(proposeMapping(['label_included', 'TI', 'AU', 'PY', 'SO', 'DI', 'DE', 'VL', 'IS', 'SN'])).toEqual([
      ...[
        'included',
        'title',
        'author',
        'issued',
        'container-title',
        'DOI',
        'keyword',
        'volume',
        'issue',
        'ISSN',
      ],
    ]);
  });
});
