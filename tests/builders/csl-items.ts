import fc from 'fast-check';
import { CSL_ITEM_TYPES, type CslDate, type CslItem, type CslName } from '@shared/domain/bibliography';
import { repairText } from '../../electron/library/adapters/bibliography/mojibake';

/** Words of several scripts and the signs that bibliography formats use for themselves. */
const word = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'reading',
      'RCT',
      'eLearning',
      'навчання',
      'Їжак',
      'школи',
      'Études',
      'naïve',
      'größe',
      '読書',
      'قراءة',
      '2021',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '50%',
      'a_b',
      'R&D',
      '#1',
      '{x}',
      '}',
      '{',
      '\\',
      '\\alpha',
      '$5',
      '~',
      '^2',
      '"quoted"',
      "O'Brien",
      '``',
      "''",
      '--',
      '–',
      '<',
      'p < .05',
      '@home',
      'a, b',
      'x; y',
      'TY  -',
      '=',
      '👩‍🏫',
      'and',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }) },
);

/** What looks like letters read in a wrong encoding is repaired on the way in: no reader could tell it from damage. */
const looksSound = (text: string): boolean => repairText(text) === text;

const isClean = (text: string): boolean =>
  text !== '' &&
  looksSound(text) &&
  text === text.replace(/\s+/g, ' ').trim() &&
  !/[\p{Control}\uFFFE\uFFFF]/u.test(text);

/** One line of text as an import leaves it: spaces collapsed, no control characters. */
export const aLine = fc
  .array(word, { minLength: 1, maxLength: 8 })
  .map((words) => words.join(' ').replace(/\s+/g, ' ').trim())
  .filter(isClean);

/** Letters and figures only: volumes, places, keys. */
const simple = fc.constantFrom('1', '12', 'A3', 'Київ', 'New York', 'IV', '2nd', 'spec. issue');

const prose = fc
  .oneof(
    {
      weight: 5,
      arbitrary: fc.array(aLine, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n')),
    },
    { weight: 1, arbitrary: aLine.map((line) => `${line} `.repeat(400).trim()) },
  )
  .filter(looksSound);

const namePart = fc.constantFrom(
  'Koval',
  'Olena',
  'Smith-Jones',
  'Шевченко',
  'Ян',
  'J. R.',
  'Müller',
  'D’Andrea',
  'Garcia Lorca',
  'de Leon',
  'bell',
  'van Dijk',
  'A {B}',
  'C, D',
  'and',
  'others',
  'Ø',
);

/** A person or a body. */
export const aName: fc.Arbitrary<CslName> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc
      .oneof(aLine, fc.constantFrom('Ministry of Education and Science', 'UNESCO', 'others', 'Группа А'))
      .map((literal) => ({ literal })),
  },
  {
    weight: 4,
    arbitrary: fc
      .record(
        {
          family: namePart,
          given: namePart,
          'non-dropping-particle': fc.constantFrom('van', 'de la', 'von der', 'Van', 'з'),
          'dropping-particle': fc.constantFrom('de', 'van', 'von'),
          suffix: fc.constantFrom('Jr', 'III', 'мол.'),
        },
        { requiredKeys: ['family'] },
      )
      .map((name) => {
        // A particle that is dropped stands behind a given name.
        if (name.given !== undefined) return name;
        const rest = { ...name };
        delete rest['dropping-particle'];
        return rest;
      }),
  },
);

const year = fc.oneof(fc.integer({ min: 1000, max: 2100 }), fc.constantFrom(987, -44));
const dayParts = fc.oneof(
  year.map((value) => [value]),
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([value, month]) => [value, month]),
  fc
    .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([value, month, day]) => [value, month, day]),
);
const circa = fc.constantFrom({}, {}, { circa: true });

/** Full dates, months, years, ranges, seasons, about, and words. */
export const aDate: fc.Arbitrary<CslDate> = fc.oneof(
  fc.tuple(dayParts, circa).map(([parts, about]) => ({ 'date-parts': [parts], ...about })),
  fc.tuple(dayParts, dayParts, circa).map(([from, to, about]) => ({ 'date-parts': [from, to], ...about })),
  fc
    .tuple(year, fc.integer({ min: 1, max: 4 }), circa)
    .map(([value, season, about]) => ({ 'date-parts': [[value]], season, ...about })),
  fc.constantFrom('in press', 'forthcoming', 'у друці', 'n.d.').map((literal) => ({ literal })),
);

const names = fc.array(aName, { minLength: 1, maxLength: 4 });
const keyword = fc
  .array(fc.constantFrom('feedback', 'year 7', 'оцінювання', 'Education, Higher', 'R&D', '50%'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((list) => list.join(list.length > 1 && list.some((entry) => entry.includes(',')) ? '; ' : ', '))
  .filter((text) => text.includes(';') || !text.includes(','));

/** A record as the library holds them, with any of the variables that imports fill. */
export const aCslItem: fc.Arbitrary<CslItem> = fc.record(
  {
    type: fc.constantFrom(...CSL_ITEM_TYPES),
    'citation-key': fc.stringMatching(/^[A-Za-z][A-Za-z0-9:._+/-]{0,12}[a-z0-9]$/),
    title: fc.oneof(
      { weight: 4, arbitrary: aLine },
      { weight: 1, arbitrary: aLine.map((line) => `On <i>talk</i>: ${line}`) },
    ),
    'title-short': aLine,
    'original-title': aLine,
    'translated-title': aLine,
    'container-title': aLine,
    'container-title-short': aLine,
    'collection-title': aLine,
    'collection-number': simple,
    'reviewed-title': aLine,
    'volume-title': aLine,
    author: names,
    editor: names,
    translator: names,
    'container-author': names,
    'collection-editor': names,
    director: names,
    compiler: names,
    issued: aDate,
    accessed: aDate,
    'event-date': aDate,
    'original-date': aDate,
    submitted: aDate,
    volume: simple,
    issue: simple,
    number: simple,
    page: fc.constantFrom('1-9', '101-119', 'e12', 'S1-S3, 7', '12'),
    'number-of-pages': simple,
    'number-of-volumes': simple,
    'chapter-number': simple,
    'part-number': simple,
    edition: simple,
    version: simple,
    publisher: aLine,
    'publisher-place': simple,
    'original-publisher': aLine,
    'event-title': aLine,
    'event-place': simple,
    genre: fc.constantFrom('PhD thesis', 'Дисертація', 'Working paper 5'),
    medium: fc.constantFrom('Blu-ray', 'печатне'),
    status: fc.constantFrom('in press', 'рукопис'),
    archive: fc.constantFrom('arXiv', 'Центральний архів'),
    archive_location: fc.constantFrom('2101.00001', 'Box 3 {a}', 'фонд 12'),
    'call-number': simple,
    source: fc.constantFrom('ERIC', 'Scopus'),
    section: simple,
    DOI: fc.constantFrom(
      '10.5555/jts_2021.12',
      '10.5555/a(b)c',
      '10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2',
    ),
    ISBN: fc.constantFrom('978-0-306-40615-7', '0306406152'),
    ISSN: fc.constantFrom('1234-5678', '1234-567X 2345-6789'),
    PMID: fc.constantFrom('12345678'),
    PMCID: fc.constantFrom('PMC1234567'),
    URL: fc.constantFrom(
      'https://example.org/a_b?c=d&e=%20#x',
      'https://example.org/~user',
      'https://приклад.укр/шлях',
    ),
    language: fc.constantFrom('en', 'uk', 'en-US', 'de', 'fr-CA', 'мова'),
    keyword,
    abstract: prose,
    note: prose,
    annote: aLine,
  },
  { requiredKeys: ['type', 'citation-key', 'title'] },
);

/** Several records, each with a key of its own, as in a library. */
export const aLibrary: fc.Arbitrary<readonly CslItem[]> = fc.uniqueArray(aCslItem, {
  minLength: 1,
  maxLength: 4,
  selector: (item) => item['citation-key'],
});
