import { describe, expect, it } from 'vitest';
import type { CslItem } from '@shared/domain/bibliography/csl-item';
import { checkRecord, containerSpellings, RECORD_CHECKS } from '@shared/domain/checks';

const good: CslItem = {
  type: 'article-journal',
  title: 'Feedback in the reading classroom: A study of St. Olga’s school',
  author: [
    { family: 'Koval', given: 'Olena' },
    { family: 'van Dijk', given: 'J. P.' },
  ],
  issued: { 'date-parts': [[2020, 2, 29]] },
  'container-title': 'Example Journal of Reading',
  volume: '12',
  issue: '3',
  page: '101-119',
  DOI: '10.5555/abc.12',
  ISSN: '0317-8471',
  URL: 'https://journal.example.org/a?b=1',
  language: 'uk-UA',
  'citation-key': 'koval2020',
  abstract: 'Abstraction is what pupils do. We say p < .05 and H<sub>2</sub>O.',
};

const found = (changes: Partial<CslItem>, check: string) =>
  checkRecord({ ...good, ...changes }, { year: 2026 }).filter((finding) => finding.check === check);

it('says nothing of a record that is well', () => {
  expect(checkRecord(good, { year: 2026 })).toEqual([]);
});

type Fix = Readonly<Record<string, unknown>> | null;
/** Check, the field that makes it fire, and what its fix writes (null: only a person can mend it). */
const CASES: readonly (readonly [string, Partial<CslItem>, Fix])[] = [
  ['no-title', { title: undefined }, null],
  ['no-author', { author: [] }, null],
  ['no-year', { issued: undefined }, null],
  ['no-container', { 'container-title': undefined }, null],
  ['no-event', { type: 'paper-conference', 'container-title': undefined }, null],
  ['no-publisher', { type: 'book', DOI: undefined }, null],
  ['no-pages', { page: undefined }, null],
  ['no-url', { type: 'webpage', URL: undefined }, null],
  [
    'looks-like-book',
    { 'container-title': undefined, ISBN: '0-306-40615-2', publisher: 'Example Press' },
    { type: 'book' },
  ],
  ['broken-encoding', { title: 'Ð§Ð¸Ñ‚Ð°Ð½Ð½Ñ\u008f' }, { title: 'Читання' }],
  ['broken-encoding', { title: 'The cafÃ© study' }, { title: 'The café study' }],
  ['broken-encoding', { title: 'Р§РёС‚Р°РЅРЅСЏ' }, { title: 'Читання' }],
  ['broken-encoding', { title: 'Lost \ufffd sign' }, null],
  ['html', { title: 'Sons &amp; <p>daughters</p>' }, { title: 'Sons & daughters' }],
  ['latex', { title: "Caf{\\'e} and {PISA}" }, { title: 'Café and PISA' }],
  ['latex', { title: '\\textit{Gew\\"ohnung}' }, { title: '<i>Gewöhnung</i>' }],
  ['invisible-signs', { title: 'Read\u00ading e\ufb03cacy' }, { title: 'Reading efficacy' }],
  ['double-spaces', { title: 'Two  spaces' }, { title: 'Two spaces' }],
  ['title-caps', { title: 'PISA AND READING: WHAT WE KNOW' }, { title: 'PISA and reading: What we know' }],
  ['title-caps', { title: 'ЧИТАННЯ ВГОЛОС У КЛАСІ' }, { title: 'Читання вголос у класі' }],
  ['title-full-stop', { title: 'Reading aloud.' }, { title: 'Reading aloud' }],
  ['trailing-comma', { publisher: 'Example Press,' }, { publisher: 'Example Press' }],
  [
    'title-identifier',
    { title: 'Reading aloud in class. doi:10.5555/abc' },
    { title: 'Reading aloud in class' },
  ],
  ['title-identifier', { title: 'Reading aloud in class. ED123456' }, { title: 'Reading aloud in class' }],
  ['title-brackets', { title: 'Reading (aloud' }, null],
  ['abstract-label', { abstract: 'Abstract: We read.' }, { abstract: 'We read.' }],
  ['title-is-container', { 'container-title': good.title }, null],
  [
    'publisher-in-container',
    { 'container-title': 'Journal of Reading (Wiley)', publisher: 'Wiley' },
    { 'container-title': 'Journal of Reading' },
  ],
  ['name-et-al', { author: [{ family: 'Koval' }, { literal: 'et al.' }] }, { author: [{ family: 'Koval' }] }],
  [
    'name-several',
    { author: [{ family: 'Koval, O.; Bondar, I.' }] },
    {
      author: [
        { family: 'Koval', given: 'O.' },
        { family: 'Bondar', given: 'I.' },
      ],
    },
  ],
  [
    'name-comma',
    { author: [{ literal: 'Koval, Olena' }] },
    { author: [{ family: 'Koval', given: 'Olena' }] },
  ],
  [
    'name-caps',
    { author: [{ family: 'KOVAL-BONDAR', given: 'Olena' }] },
    { author: [{ family: 'Koval-Bondar', given: 'Olena' }] },
  ],
  [
    'name-swapped',
    { author: [{ family: 'O. P.', given: 'Koval' }] },
    { author: [{ family: 'Koval', given: 'O. P.' }] },
  ],
  [
    'name-title',
    { author: [{ family: 'Koval', given: 'Dr. Olena' }] },
    { author: [{ family: 'Koval', given: 'Olena' }] },
  ],
  [
    'name-digits',
    { author: [{ family: 'Koval1', given: 'Olena' }] },
    { author: [{ family: 'Koval', given: 'Olena' }] },
  ],
  ['name-twice', { author: [{ family: 'Koval' }, { family: 'Koval' }] }, { author: [{ family: 'Koval' }] }],
  ['doi-invalid', { DOI: 'none' }, null],
  ['doi-address', { DOI: 'https://doi.org/10.5555/a1' }, { DOI: '10.5555/a1' }],
  ['doi-in-url', { DOI: undefined, URL: 'https://doi.org/10.5555/a1' }, { DOI: '10.5555/a1', URL: null }],
  ['isbn-invalid', { ISBN: '978-0-306-40615-8' }, null],
  ['issn-invalid', { ISSN: '0317-8472' }, null],
  ['issn-format', { ISSN: '03178471' }, { ISSN: '0317-8471' }],
  ['orcid-invalid', { note: 'ORCID: 0000-0002-1825-0098' }, null],
  ['url-invalid', { URL: 'www.example.org/a' }, { URL: 'https://www.example.org/a' }],
  ['url-invalid', { URL: 'see library' }, null],
  ['language-invalid', { language: 'English' }, { language: 'en' }],
  ['language-invalid', { language: 'mixed tongues' }, null],
  ['key-signs', { 'citation-key': 'koval 2020{a}' }, { 'citation-key': 'koval2020a' }],
  ['preprint-published', { type: 'article' }, { type: 'article-journal' }],
  ['year-range', { issued: { 'date-parts': [[20]] } }, null],
  ['year-range', { issued: { 'date-parts': [[2202]] } }, null],
  ['date-impossible', { issued: { 'date-parts': [[2021, 2, 29]] } }, null],
  ['date-words', { issued: { literal: 'May 2020' } }, { issued: { 'date-parts': [[2020, 5]] } }],
  ['dates-conflict', { accessed: { 'date-parts': [[2015]] } }, null],
  [
    'month-misplaced',
    { issue: 'May', issued: { 'date-parts': [[2020]] } },
    { issue: null, issued: { 'date-parts': [[2020, 5]] } },
  ],
  ['pages-reversed', { page: '119-101' }, null],
  ['pages-dash', { page: '101–119' }, { page: '101-119' }],
  ['pages-prefix', { page: 'pp. 101-119' }, { page: '101-119' }],
  ['number-prefix', { volume: 'Vol. 12' }, { volume: '12' }],
];

describe('each check', () => {
  it.each(CASES)('%s finds %j', (check, changes, fix) => {
    const [finding, ...more] = found(changes, check);
    expect(finding).toBeDefined();
    expect(more).toEqual([]);
    expect(finding?.fix ?? null).toEqual(fix);
  });

  it.each(CASES.filter((entry) => entry[2] !== null))(
    '%s is quiet once %j is mended',
    (check, changes, fix) => {
      const mended = Object.entries<unknown>({ ...changes, ...fix }).filter(([, value]) => value !== null);
      expect(found(Object.fromEntries(mended), check)).toEqual([]);
    },
  );

  it('has a case that makes it fire', () => {
    const tried = new Set(CASES.map(([check]) => check));
    expect(RECORD_CHECKS.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
  });
});

it.each([
  ['title-full-stop', { title: 'Reading, writing, etc.' }],
  ['title-full-stop', { title: 'What now...' }],
  ['title-caps', { title: 'PISA UK' }],
  ['name-caps', { author: [{ literal: 'OECD' }] }],
  ['name-several', { author: [{ literal: 'Ministry of Education and Science of Ukraine' }] }],
  ['name-comma', { author: [{ family: 'Koval', given: 'O.', suffix: 'Jr.' }] }],
  ['name-swapped', { author: [{ family: 'Wu', given: 'Li' }] }],
  ['pages-reversed', { page: '123-7' }],
  ['pages-dash', { page: 'S12-S15' }],
  ['issn-invalid', { ISSN: '0317-8471, 0317-8471' }],
  ['broken-encoding', { title: 'Être et naître à Übersee — “café” Ñandú' }],
  ['broken-encoding', { title: 'Рівень РС у школах: Сіль і Рєпін' }],
  ['html', { abstract: 'With p < .05 and n > 30 & more' }],
  ['latex', { title: 'Cost is 5 % of $10' }],
  ['number-prefix', { volume: 'Том' }],
] satisfies [string, Partial<CslItem>][])('%s leaves %j alone', (check, changes) => {
  expect(found(changes, check)).toEqual([]);
});

it('knows the common spelling of a journal from the rarer ones', () => {
  const counts = new Map([
    ['Teaching & Teacher Education', 5],
    ['Teaching and Teacher Education', 9],
    ['TEACHING AND TEACHER EDUCATION', 1],
    ['The Reading Teacher', 2],
    ['Reading Teacher', 1],
    ['Reading Research', 4],
  ]);
  expect([...containerSpellings(counts)]).toEqual(
    expect.arrayContaining([
      ['Teaching & Teacher Education', 'Teaching and Teacher Education'],
      ['TEACHING AND TEACHER EDUCATION', 'Teaching and Teacher Education'],
      ['Reading Teacher', 'The Reading Teacher'],
    ]),
  );
  expect(containerSpellings(counts).size).toBe(3);
});
