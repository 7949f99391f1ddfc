import { z } from 'zod';

/** Kinds of works a search can be narrowed to. */
export const ONLINE_TYPES = ['any', 'article', 'report', 'thesis', 'book'] as const;

const year = z.number().int().min(1000).max(2200).nullable().default(null);

/** What is searched for in ERIC or OpenAlex. */
export const onlineSearchQuery = z.object({
  text: z.string().trim().min(2).max(500),
  fromYear: year,
  toYear: year,
  /** ERIC knows it; OpenAlex does not. */
  peerReviewed: z.boolean().default(false),
  type: z.enum(ONLINE_TYPES).default('any'),
});
export type OnlineSearchQuery = z.infer<typeof onlineSearchQuery>;

const ERIC_TYPES: Readonly<Record<Exclude<OnlineSearchQuery['type'], 'any'>, string>> = {
  article: 'Journal Articles',
  report: 'Reports - Research',
  thesis: 'Dissertations/Theses',
  book: 'Books',
};

/**
 * The search in ERIC's own language; what a person writes with field names ("subject:") goes through as it is.
 * @param query words and filters
 * @returns e.g. `reading fluency AND peerreviewed:T AND publicationdateyear:[2015 TO 2026]`
 */
export function ericQuery({ text, fromYear, toYear, peerReviewed, type }: OnlineSearchQuery): string {
  const hasOr = /\bOR\b/.test(text);
  const filters = [
    ...(type === 'any' ? [] : [`publicationtype:"${ERIC_TYPES[type]}"`]),
    ...(peerReviewed ? ['peerreviewed:T'] : []),
    ...(fromYear === null && toYear === null
      ? []
      : [`publicationdateyear:[${fromYear ?? '*'} TO ${toYear ?? '*'}]`]),
  ];
  return [hasOr && filters.length > 0 ? `(${text})` : text, ...filters].join(' AND ');
}

/** The search in words, as an import remembers where its records came from. */
export function describeQuery(service: string, query: OnlineSearchQuery): string {
  const years =
    query.fromYear === null && query.toYear === null ? '' : `${query.fromYear ?? ''}–${query.toYear ?? ''}`;
  const parts = [
    query.text,
    years,
    query.peerReviewed ? 'peer reviewed' : '',
    query.type === 'any' ? '' : query.type,
  ];
  return `${service}: ${parts.filter((part) => part !== '').join('; ')}`;
}

/**
 * What leaves the computer for a search, as a person can read it.
 * @param service which service @param query words and filters
 */
export function describeSent(service: 'eric' | 'openalex', query: OnlineSearchQuery): string {
  return service === 'eric' ? ericQuery(query) : [query.text, ...openalexFilters(query)].join('; ');
}

const OPENALEX_TYPES = {
  article: 'article|review',
  report: 'report',
  thesis: 'dissertation',
  book: 'book|book-chapter',
} as const;

/** @param query words and filters @returns the filters in OpenAlex's own language */
export function openalexFilters({ fromYear, toYear, type }: OnlineSearchQuery): readonly string[] {
  return [
    ...(fromYear === null ? [] : [`from_publication_date:${fromYear}-01-01`]),
    ...(toYear === null ? [] : [`to_publication_date:${toYear}-12-31`]),
    ...(type === 'any' ? [] : [`type:${OPENALEX_TYPES[type]}`]),
  ];
}
