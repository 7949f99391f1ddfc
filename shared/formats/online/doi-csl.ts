import { z } from 'zod';
import { normaliseItem } from '@shared/domain/bibliography';
import type { OnlineRecord } from './record';
import { plainAbstract, plainTitle } from './text';

/** CSL-JSON as doi.org's agencies write it. */
export const doiCslAnswer = z.looseObject({ title: z.union([z.string(), z.array(z.string())]).optional() });

/** What agencies add that is no part of a reference. */
const FIELDS = [
  'type',
  'title',
  'author',
  'editor',
  'translator',
  'container-title',
  'container-title-short',
  'issued',
  'volume',
  'issue',
  'page',
  'publisher',
  'publisher-place',
  'ISSN',
  'ISBN',
  'language',
  'abstract',
  'DOI',
  'URL',
  'version',
  'collection-title',
  'edition',
  'event-title',
  'number',
] as const;

/**
 * @param answer CSL-JSON of DOI content negotiation (Crossref, DataCite, mEDRA)
 * @param doi that was asked for
 */
export function recordFromDoiCsl(answer: z.infer<typeof doiCslAnswer>, doi: string): OnlineRecord {
  const picked: Record<string, unknown> = {};
  for (const field of FIELDS) if (answer[field] !== undefined) picked[field] = answer[field];
  const { item } = normaliseItem({ ...picked, DOI: typeof answer['DOI'] === 'string' ? answer['DOI'] : doi });
  if (item.title !== undefined) item.title = plainTitle(item.title);
  if (item.abstract !== undefined) item.abstract = plainAbstract(item.abstract);
  delete item.custom;
  return {
    service: 'doi',
    id: doi.toLowerCase(),
    csl: item,
    education: {},
    isPeerReviewed: null,
    openUrl: null,
    retraction: null,
  };
}
