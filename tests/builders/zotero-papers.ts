import type { CslItem } from '@shared/domain/bibliography';
import type { ZoteroMark } from './zotero-pdf';

/** A file of an exported paper. */
export interface ZoteroFileFacts {
  /** From the export's folder on, with forward slashes. */
  readonly path: string;
  readonly title: string;
  readonly mediaType: string;
  readonly marks: readonly ZoteroMark[];
}

/** Everything the export says of one paper, in the words of this program. */
export interface ZoteroPaper {
  readonly item: CslItem;
  readonly tags: readonly string[];
  readonly notes: readonly string[];
  /** Names from the outermost collection on. */
  readonly collections: readonly (readonly string[])[];
  /** Titles of the papers it belongs with. */
  readonly related: readonly string[];
  readonly files: readonly ZoteroFileFacts[];
}

const TOPICS = ['Paired reading', 'Wait time', 'Peer feedback', 'Retrieval practice', 'Class talk'];
const GROUPS = [
  'six-year-olds',
  'small schools',
  'mixed classes',
  'evening lessons',
  'first readers',
  'boys',
];
const PEOPLE: readonly (readonly [string, string?])[] = [
  ['Ковальчук', 'Олена'],
  ['van der Berg', 'Jan'],
  ['O’Neill', 'Siobhán'],
  ['García-Núñez', 'María José'],
  ['Lysenko', 'P.'],
  ['Reading Group of School 12'],
];
const COLORS = ['#ffd400', '#ff6666', '#5fb236', '#2ea8e5', '#a28ae5', '#e56eee', '#f19837', '#aaaaaa'];
/** Collections with papers in them, as names from the outermost one on. */
export const COLLECTIONS: readonly (readonly string[])[] = [
  ['Masters'],
  ['Masters', 'Literature review'],
  ['Masters', 'Literature review', 'Reading & talk'],
  ['Для уроків'],
  ['To read'],
];
/** A collection that holds nothing. */
export const EMPTY_COLLECTION = ['To read', 'Later'];
/** Types in turn, in Zotero's words. */
export const KINDS = ['journalArticle', 'book', 'bookSection', 'thesis', 'report'] as const;

/** Lines of a paper below its title. */
export const BODY = [
  'Forty pupils read in pairs for six weeks.',
  'Fluency rose by a third, and the gain was kept after the summer.',
  'Teachers noticed that quiet pupils spoke more often than before.',
];

/** @param at number of a paper, from 0 */
export function titleOf(at: number): string {
  const topic = TOPICS[at % TOPICS.length] ?? '';
  const group = GROUPS[Math.floor(at / TOPICS.length) % GROUPS.length] ?? '';
  const words = `${topic} with ${group}: part ${roman(at + 1)}`;
  return at % 7 === 3 ? `${words} — читання & «розмова» <вголос>` : words;
}

/** Numbers in figures alone would let titles pass for nearly the same. */
function roman(value: number): string {
  const signs = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const;
  let rest = value;
  let text = '';
  for (const [worth, sign] of signs) {
    for (; rest >= worth; rest -= worth) text += sign;
  }
  return text;
}

/** @param at number of a paper, from 0 @param count number of papers in all */
export function zoteroPaper(at: number, count: number): ZoteroPaper {
  const automatic = at % 5 === 0 ? ['Reading', `Subject ${String(at % 9)}`] : [];
  const manual = [`grade ${String((at % 4) + 1)}`, ...(at % 6 === 0 ? ['до прочитання'] : [])];
  return {
    item: itemFacts(at, automatic),
    tags: [...manual, ...automatic],
    notes: [
      ...(at % 4 === 0 ? [`<p>Note on <strong>${String(at)}</strong>: ask Iryna &amp; Taras.</p>`] : []),
      ...(at % 20 === 0 ? [`<ul><li>One</li><li>Two of ${String(at)}</li></ul>`] : []),
    ],
    collections: [
      ...(at % 3 === 0 ? [] : [COLLECTIONS[at % COLLECTIONS.length] ?? []]),
      ...(at % 10 === 1 ? [COLLECTIONS[(at + 2) % COLLECTIONS.length] ?? []] : []),
    ],
    related: partnersOf(at, count).map(titleOf),
    files: filesOf(at),
  };
}

/** Papers that belong together: the first and second of every fifteen. */
export function partnersOf(at: number, count: number): readonly number[] {
  return [at - 1, at + 1].filter((other) => other >= 0 && other < count && Math.min(at, other) % 15 === 0);
}

function filesOf(at: number): readonly ZoteroFileFacts[] {
  const base = `files/${String(1_000 + at)}`;
  const name = at % 9 === 4 ? `Ковальчук - 2021 - 100% ${roman(at + 1)}` : `Author et al. - ${roman(at + 1)}`;
  return [
    ...(at % 3 === 2
      ? []
      : [
          {
            path: `${base}/${name}.pdf`,
            title: 'Full Text PDF',
            mediaType: 'application/pdf',
            marks: at % 2 === 0 ? marksOf(at) : [],
          },
        ]),
    ...(at % 25 === 0
      ? [{ path: `${base}a/Supplement.pdf`, title: 'Supplement', mediaType: 'application/pdf', marks: [] }]
      : []),
    ...(at % 40 === 0
      ? [{ path: `${base}b/page.html`, title: 'Snapshot', mediaType: 'text/html', marks: [] }]
      : []),
    ...(at % 60 === 0
      ? [{ path: `${base}c/scores.csv`, title: 'Scores', mediaType: 'text/csv', marks: [] }]
      : []),
  ];
}

function marksOf(at: number): readonly ZoteroMark[] {
  const minute = String(at % 60).padStart(2, '0');
  const one = (part: Partial<ZoteroMark>): ZoteroMark => ({
    kind: 'highlight',
    color: COLORS[at % COLORS.length] ?? '',
    words: '',
    comment: '',
    tags: [],
    changedAt: `2023-05-03T10:${minute}:11.000Z`,
    ...part,
  });
  return [
    one({ words: 'Forty pupils', comment: `Чи багато? ${String(at)}`, tags: ['method', 'вибірка'] }),
    one({ kind: 'underline', words: 'the gain was kept', color: '#5fb236' }),
    ...(at % 4 === 0 ? [one({ kind: 'note', comment: `Remember ${String(at)}`, color: '#ffd400' })] : []),
  ];
}

/** Creators of a paper as surname and given name. */
export const peopleOf = (at: number): readonly (readonly [string, string?])[] => [
  PEOPLE[at % PEOPLE.length] ?? ['Lysenko'],
  ...(at % 2 === 0 ? [[`Invented${roman(at + 1)}`, 'Ada'] as const] : []),
];

const names = (list: readonly (readonly [string, string?])[]): CslItem['author'] =>
  list.map(([family, given]) => (given === undefined ? { literal: family } : { family, given }));

/** What the record is to be in this library, field by field; written down here by hand, not with the reader's tables. */
function itemFacts(at: number, automatic: readonly string[]): CslItem {
  const kind = KINDS[at % KINDS.length] ?? 'journalArticle';
  const year = 1990 + (at % 34);
  const rest = {
    links: [{ title: 'Publisher page', url: `https://library.example/papers/${String(at)}/view` }],
    fields: { rights: 'CC BY', ...(kind === 'thesis' ? { unknownThing: `kept ${String(at)}` } : {}) },
    ...(automatic.length > 0 ? { automaticTags: [...automatic] } : {}),
  };
  const shared = {
    title: titleOf(at),
    author: names(peopleOf(at)) ?? [],
    abstract: `What was done with group ${String(at)}.\n\nWhat came of it: <5 % & more.`,
    language: at % 3 === 0 ? 'uk' : 'en',
    'citation-key': `invented${String(at)}`,
    note: `told by a colleague ${String(at)}`,
    URL: `https://library.example/papers/${String(at)}`,
    accessed: { 'date-parts': [[2023, 1, (at % 28) + 1]] },
    issued: { 'date-parts': [at % 3 === 0 ? [year] : [year, (at % 12) + 1, (at % 28) + 1]] },
    custom: { zotero: rest },
  } satisfies Partial<CslItem>;
  switch (kind) {
    case 'journalArticle':
      return {
        ...shared,
        type: 'article-journal',
        'container-title': `Journal of Invented ${TOPICS[(at + 1) % 5] ?? ''}`,
        'container-title-short': `J Inv ${String((at + 1) % 5)}`,
        volume: String((at % 40) + 1),
        issue: String((at % 6) + 1),
        page: `${String(at)}-${String(at + 15)}`,
        DOI: `10.5555/invented.${String(at)}`,
        ISSN: `2000-000${String(at % 10)}`,
        source: 'ERIC',
        'call-number': `LB${String(1_000 + at)}`,
      };
    case 'book':
      return {
        ...shared,
        type: 'book',
        editor: names([['Shevchuk', 'M.']]) ?? [],
        publisher: 'Invented Press',
        'publisher-place': 'Kyiv',
        edition: '2',
        'number-of-pages': String(100 + at),
        'collection-title': 'Classrooms',
        'collection-number': String(at),
        PMID: `12${String(at).padStart(6, '0')}`,
      };
    case 'bookSection':
      return {
        ...shared,
        type: 'chapter',
        editor: names([['Moroz', 'Taras']]) ?? [],
        'collection-editor': names([['Bondar', 'Iryna']]) ?? [],
        'container-title': `Handbook ${roman(at + 1)} of Reading`,
        publisher: 'Invented Press',
        'publisher-place': 'Львів',
        page: `${String(at)}-${String(at + 9)}`,
      };
    case 'thesis':
      return {
        ...shared,
        type: 'thesis',
        publisher: 'Invented University',
        genre: 'PhD',
        'number-of-pages': String(150 + at),
      };
    case 'report':
      return {
        ...shared,
        type: 'report',
        publisher: 'Ministry of Inventions',
        number: `R-${String(at)}`,
        genre: 'Evaluation',
      };
  }
}
