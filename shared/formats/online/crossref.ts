import { z } from 'zod';
import { normaliseItem, type CslItem } from '@shared/domain/bibliography';
import type { Retraction } from '@shared/domain/online/services';
import type { OnlineRecord } from './record';
import { plainAbstract, plainTitle } from './text';

const texts = z.union([z.array(z.string()), z.string().transform((one) => [one])]).catch([]);
const text = z.string().optional().catch(undefined);
const date = z
  .object({ 'date-parts': z.array(z.array(z.number().nullable())).optional() })
  .optional()
  .catch(undefined);
const update = z.object({ type: text, label: text, DOI: text, updated: date });
const updates = z.array(update).optional().catch(undefined);

/** A work of Crossref, as far as it is used; everything but the DOI may be missing. */
export const crossrefWork = z.looseObject({
  DOI: z.string(),
  type: text,
  title: texts.optional(),
  subtitle: texts.optional(),
  'original-title': texts.optional(),
  'short-title': texts.optional(),
  'container-title': texts.optional(),
  'short-container-title': texts.optional(),
  author: z.array(z.looseObject({})).optional().catch(undefined),
  editor: z.array(z.looseObject({})).optional().catch(undefined),
  translator: z.array(z.looseObject({})).optional().catch(undefined),
  issued: date,
  'published-print': date,
  'published-online': date,
  volume: text,
  issue: text,
  page: text,
  'article-number': text,
  publisher: text,
  'publisher-location': text,
  ISSN: texts.optional(),
  ISBN: texts.optional(),
  language: text,
  abstract: text,
  URL: text,
  'update-to': updates,
  'updated-by': updates,
});
export type CrossrefWork = z.infer<typeof crossrefWork>;

/** Answer of `GET /works/{doi}`. */
export const crossrefWorkAnswer = z.object({ message: crossrefWork });

/** Answer of `GET /works?…`; a work that cannot be read costs only itself. */
export const crossrefListAnswer = z.object({
  message: z.object({ 'total-results': z.number().catch(0), items: z.array(z.unknown()) }),
});

const TYPES: Readonly<Record<string, string>> = {
  'journal-article': 'article-journal',
  'book-chapter': 'chapter',
  'book-part': 'chapter',
  'book-section': 'chapter',
  'reference-entry': 'entry-encyclopedia',
  'proceedings-article': 'paper-conference',
  'posted-content': 'article',
  dissertation: 'thesis',
  monograph: 'book',
  'edited-book': 'book',
  'reference-book': 'book',
  proceedings: 'book',
  'book-set': 'book',
  'book-series': 'book',
  'report-component': 'report',
  'report-series': 'report',
  database: 'dataset',
  'peer-review': 'review',
  component: 'document',
  other: 'document',
};

const join = (title: string, subtitle: string | undefined): string =>
  subtitle === undefined || subtitle === '' || title.toLowerCase().includes(subtitle.toLowerCase())
    ? title
    : `${title.replace(/:\s*$/, '')}: ${subtitle}`;

/** @param work of Crossref @returns it as the app's record */
export function recordFromCrossref(work: CrossrefWork): OnlineRecord {
  const isChapter = ['chapter', 'paper-conference', 'entry-encyclopedia'].includes(
    TYPES[work.type ?? ''] ?? '',
  );
  // Chapters name the series first and the book last.
  const containers = work['container-title'] ?? [];
  const container = isChapter ? containers.at(-1) : containers[0];
  const title = work.title?.[0];
  const { item } = normaliseItem({
    type: TYPES[work.type ?? ''] ?? work.type ?? 'document',
    title: title === undefined ? undefined : plainTitle(join(title, work.subtitle?.[0])),
    'original-title': work['original-title']?.[0],
    'title-short': work['short-title']?.[0],
    'container-title': container === undefined ? undefined : plainTitle(container),
    'container-title-short': work['short-container-title']?.[0],
    'collection-title':
      isChapter && containers.length > 1 && containers[0] !== undefined
        ? plainTitle(containers[0])
        : undefined,
    author: work.author,
    editor: work.editor,
    translator: work.translator,
    issued: firstDate(work.issued, work['published-print'], work['published-online']),
    volume: work.volume,
    issue: work.issue,
    page: work.page ?? work['article-number'],
    publisher: work.publisher,
    'publisher-place': work['publisher-location'],
    ISSN: work.ISSN?.join(', ') === '' ? undefined : work.ISSN?.join(', '),
    ISBN: work.ISBN?.join(', ') === '' ? undefined : work.ISBN?.join(', '),
    language: work.language,
    abstract: work.abstract === undefined ? undefined : plainAbstract(work.abstract),
    DOI: work.DOI,
  });
  return {
    service: 'crossref',
    id: work.DOI.toLowerCase(),
    csl: item satisfies CslItem,
    education: {},
    isPeerReviewed: null,
    openUrl: null,
    retraction: crossrefRetraction(work),
  };
}

type CrossrefDate = z.infer<typeof date>;

function firstDate(...dates: readonly CrossrefDate[]): CrossrefDate {
  return dates.find((one) => typeof one?.['date-parts']?.[0]?.[0] === 'number');
}

const KINDS: readonly (readonly [RegExp, Retraction['kind']])[] = [
  [/retraction/i, 'retraction'],
  [/withdrawal/i, 'withdrawal'],
  [/removal/i, 'removal'],
  [/concern/i, 'concern'],
  [/correction|corrigendum|erratum|addendum/i, 'correction'],
];

/**
 * What was published about the work afterwards, the gravest first.
 * `updated-by` stands in the work itself; `update-to` in the notice, so it says nothing of the notice's own worth.
 */
export function crossrefRetraction(work: CrossrefWork): Retraction | null {
  const found = (work['updated-by'] ?? []).flatMap((entry) => {
    const rank = KINDS.findIndex(([words]) => words.test(`${entry.type ?? ''} ${entry.label ?? ''}`));
    const kind = KINDS[rank]?.[1];
    return kind === undefined ? [] : [{ rank, kind, entry }];
  });
  const [first] = found.sort((a, b) => a.rank - b.rank);
  if (first === undefined) return null;
  const parts = first.entry.updated?.['date-parts']?.[0] ?? [];
  const iso = parts.map((part, place) => String(part).padStart(place === 0 ? 4 : 2, '0')).join('-');
  return {
    kind: first.kind,
    date: iso === '' ? null : iso,
    source: 'crossref',
    doi: first.entry.DOI?.toLowerCase() ?? null,
  };
}
