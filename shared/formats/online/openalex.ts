import { z } from 'zod';
import { findDoi, normaliseItem, parseName } from '@shared/domain/bibliography';
import type { OnlineRecord } from './record';
import { abstractFromIndex, plainTitle } from './text';

const text = z.string().nullish().catch(null);

/** A work of OpenAlex; null stands for "not known" nearly everywhere. */
export const openalexWork = z.object({
  id: z.string(),
  doi: text,
  title: text,
  display_name: text,
  publication_year: z.number().nullish().catch(null),
  publication_date: text,
  type: text,
  language: text,
  authorships: z
    .array(z.object({ author: z.object({ display_name: text }).nullish(), raw_author_name: text }))
    .nullish()
    .catch(null),
  primary_location: z
    .object({
      source: z
        .object({ display_name: text, issn_l: text, type: text, host_organization_name: text })
        .nullish()
        .catch(null),
      landing_page_url: text,
    })
    .nullish()
    .catch(null),
  open_access: z.object({ is_oa: z.boolean().nullish(), oa_url: text }).nullish().catch(null),
  abstract_inverted_index: z.record(z.string(), z.array(z.number())).nullish().catch(null),
  biblio: z.object({ volume: text, issue: text, first_page: text, last_page: text }).nullish().catch(null),
  is_retracted: z.boolean().nullish().catch(null),
});
export type OpenalexWork = z.infer<typeof openalexWork>;

/** Answer of `GET /works?…`. */
export const openalexListAnswer = z.object({
  meta: z.object({ count: z.number().catch(0), next_cursor: text }),
  results: z.array(z.unknown()),
});

const TYPES: Readonly<Record<string, string>> = {
  article: 'article-journal',
  review: 'article-journal',
  letter: 'article-journal',
  editorial: 'article-journal',
  preprint: 'article',
  'book-chapter': 'chapter',
  dissertation: 'thesis',
  report: 'report',
  book: 'book',
  dataset: 'dataset',
  standard: 'standard',
  'reference-entry': 'entry-encyclopedia',
};

/** @param work of OpenAlex @returns it as the app's record */
export function recordFromOpenalex(work: OpenalexWork): OnlineRecord {
  const source = work.primary_location?.source;
  const { first_page: first, last_page: last, volume, issue } = work.biblio ?? {};
  const isConference = source?.type === 'conference';
  const title = work.title ?? work.display_name ?? undefined;
  const doi = findDoi(work.doi ?? '');
  const landing = work.primary_location?.landing_page_url ?? undefined;
  const { item } = normaliseItem({
    type: isConference ? 'paper-conference' : (TYPES[work.type ?? ''] ?? 'document'),
    title: title === undefined ? undefined : plainTitle(title),
    author: (work.authorships ?? []).flatMap(
      ({ author, raw_author_name: raw }) => parseName(author?.display_name ?? raw ?? '') ?? [],
    ),
    issued: issued(work),
    'container-title': source?.type === 'repository' ? undefined : source?.display_name,
    publisher: source?.host_organization_name,
    ISSN: source?.issn_l,
    volume,
    issue,
    page: first == null ? undefined : last == null || last === first ? first : `${first}-${last}`,
    language: work.language,
    DOI: doi,
    URL: doi === undefined ? landing : undefined,
    abstract:
      work.abstract_inverted_index == null ? undefined : abstractFromIndex(work.abstract_inverted_index),
  });
  return {
    service: 'openalex',
    id: work.id.replace(/^https:\/\/openalex\.org\//, ''),
    csl: item,
    education: {},
    isPeerReviewed: null,
    openUrl: work.open_access?.is_oa === true ? (work.open_access.oa_url ?? null) : null,
    retraction:
      work.is_retracted === true ? { kind: 'retraction', date: null, source: 'openalex', doi: null } : null,
  };
}

/** OpenAlex writes 1 January when it knows only the year. */
function issued(work: OpenalexWork): string | undefined {
  const date = work.publication_date ?? '';
  const year = work.publication_year;
  if (/^\d{4}-\d{2}-\d{2}$/.test(date) && !date.endsWith('-01-01')) return date;
  return year == null ? date.slice(0, 4) || undefined : String(year);
}
