import { z } from 'zod';

/**
 * The bibliographic record of the whole app: one CSL-JSON 1.0 item
 * (schema of citation-style-language/schema 1.0.2), with every ordinary variable kept as text.
 * Fields that CSL does not know live in `custom`, so that nothing is lost between import and export.
 */

/** The 45 item types of CSL 1.0.2. */
export const CSL_ITEM_TYPES = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'bill',
  'book',
  'broadcast',
  'chapter',
  'classic',
  'collection',
  'dataset',
  'document',
  'entry',
  'entry-dictionary',
  'entry-encyclopedia',
  'event',
  'figure',
  'graphic',
  'hearing',
  'interview',
  'legal_case',
  'legislation',
  'manuscript',
  'map',
  'motion_picture',
  'musical_score',
  'pamphlet',
  'paper-conference',
  'patent',
  'performance',
  'periodical',
  'personal_communication',
  'post',
  'post-weblog',
  'regulation',
  'report',
  'review',
  'review-book',
  'software',
  'song',
  'speech',
  'standard',
  'thesis',
  'treaty',
  'webpage',
] as const;

export const cslItemTypeSchema = z.enum(CSL_ITEM_TYPES);
export type CslItemType = z.infer<typeof cslItemTypeSchema>;

const text = z.string().optional();

/** One person (family, given …) or body (`literal`). */
export const cslNameSchema = z.object({
  family: text,
  given: text,
  'dropping-particle': text,
  'non-dropping-particle': text,
  suffix: text,
  literal: text,
});
export type CslName = z.infer<typeof cslNameSchema>;

/** A date or, with two arrays, a range: each array is [year], [year, month] or [year, month, day]. */
export const cslDateSchema = z.object({
  'date-parts': z.array(z.array(z.number().int()).min(1).max(3)).min(1).max(2).optional(),
  season: z.number().int().optional(),
  circa: z.boolean().optional(),
  literal: text,
});
export type CslDate = z.infer<typeof cslDateSchema>;

const names = z.array(cslNameSchema).optional();
const date = cslDateSchema.optional();

/** CSL variables that hold text (numbers are kept as text, as printed). */
export const CSL_TEXT_VARIABLES = {
  'citation-key': text,
  language: text,
  title: text,
  'title-short': text,
  'container-title': text,
  'container-title-short': text,
  'collection-title': text,
  'collection-number': text,
  'volume-title': text,
  'part-title': text,
  'original-title': text,
  /** No variable of CSL: a title in another language than the work's. Leaves as `custom` in CSL-JSON. */
  'translated-title': text,
  'reviewed-title': text,
  'reviewed-genre': text,
  volume: text,
  issue: text,
  page: text,
  'page-first': text,
  number: text,
  'number-of-pages': text,
  'number-of-volumes': text,
  'chapter-number': text,
  'part-number': text,
  'printing-number': text,
  'supplement-number': text,
  section: text,
  edition: text,
  version: text,
  publisher: text,
  'publisher-place': text,
  'original-publisher': text,
  'original-publisher-place': text,
  'event-title': text,
  'event-place': text,
  authority: text,
  jurisdiction: text,
  division: text,
  genre: text,
  medium: text,
  dimensions: text,
  scale: text,
  status: text,
  source: text,
  archive: text,
  archive_collection: text,
  archive_location: text,
  'archive-place': text,
  'call-number': text,
  references: text,
  keyword: text,
  abstract: text,
  annote: text,
  note: text,
  DOI: text,
  ISBN: text,
  ISSN: text,
  PMID: text,
  PMCID: text,
  URL: text,
  'year-suffix': text,
} as const;

/** CSL variables that hold a list of names. */
export const CSL_NAME_VARIABLES = {
  author: names,
  editor: names,
  translator: names,
  chair: names,
  'collection-editor': names,
  compiler: names,
  composer: names,
  'container-author': names,
  contributor: names,
  curator: names,
  director: names,
  'editor-translator': names,
  'editorial-director': names,
  'executive-producer': names,
  guest: names,
  host: names,
  illustrator: names,
  interviewer: names,
  narrator: names,
  organizer: names,
  'original-author': names,
  performer: names,
  producer: names,
  recipient: names,
  'reviewed-author': names,
  'script-writer': names,
  'series-creator': names,
} as const;

/** CSL variables that hold a date. */
export const CSL_DATE_VARIABLES = {
  issued: date,
  accessed: date,
  'available-date': date,
  'event-date': date,
  'original-date': date,
  submitted: date,
} as const;

export type CslTextVariable = keyof typeof CSL_TEXT_VARIABLES;
export type CslNameVariable = keyof typeof CSL_NAME_VARIABLES;
export type CslDateVariable = keyof typeof CSL_DATE_VARIABLES;

/** A stored record. `id` is only set where a consumer (citeproc, an export) needs one. */
export const cslItemSchema = z.object({
  id: text,
  type: cslItemTypeSchema,
  ...CSL_TEXT_VARIABLES,
  ...CSL_NAME_VARIABLES,
  ...CSL_DATE_VARIABLES,
  custom: z.record(z.string(), z.unknown()).optional(),
});
export type CslItem = z.infer<typeof cslItemSchema>;

/** @param key any property name */
export function isTextVariable(key: string): key is CslTextVariable {
  return Object.hasOwn(CSL_TEXT_VARIABLES, key);
}

/** @param key any property name */
export function isNameVariable(key: string): key is CslNameVariable {
  return Object.hasOwn(CSL_NAME_VARIABLES, key);
}

/** @param key any property name */
export function isDateVariable(key: string): key is CslDateVariable {
  return Object.hasOwn(CSL_DATE_VARIABLES, key);
}
