import { z } from 'zod';
import { isDateVariable, isNameVariable, type CslItem } from './csl-item';
import { fieldText, mergeableFields } from './merge-items';

/** Sorts of fields for which a bulk merge asks whose value counts. */
export const MERGE_KINDS = ['title', 'people', 'abstract', 'dates', 'identifiers', 'others'] as const;
export type MergeKind = (typeof MERGE_KINDS)[number];

/** Whose value counts where records differ. */
export const MERGE_SOURCES = ['keeper', 'longest', 'newest'] as const;

const source = z.enum(MERGE_SOURCES).default('keeper');
export const mergePolicySchema = z.strictObject({
  title: source,
  people: source,
  abstract: source,
  dates: source,
  identifiers: source,
  others: source,
} satisfies Record<MergeKind, z.ZodType>);
export type MergePolicy = z.infer<typeof mergePolicySchema>;

/** A record of a group. */
export interface PolicyRecord {
  readonly id: string;
  readonly csl: CslItem;
  /** ISO 8601 time. */
  readonly addedAt: string;
}

const IDENTIFIERS = new Set([
  'DOI',
  'ISBN',
  'ISSN',
  'PMID',
  'PMCID',
  'URL',
  'call-number',
  'archive_location',
]);
const TITLES = new Set([
  'title',
  'title-short',
  'original-title',
  'translated-title',
  'container-title',
  'collection-title',
]);

/** @param field name of a CSL variable @returns the sort of field it counts as */
export function mergeKind(field: string): MergeKind {
  if (field === 'abstract') return 'abstract';
  if (TITLES.has(field)) return 'title';
  if (isNameVariable(field)) return 'people';
  if (isDateVariable(field)) return 'dates';
  return IDENTIFIERS.has(field) ? 'identifiers' : 'others';
}

/** @returns fields in which records that have a value differ: a gap is filled and is no matter of choice */
export function differingFields(records: readonly CslItem[]): readonly string[] {
  return mergeableFields(records).filter(
    (field) => new Set(records.map((item) => fieldText(item, field)).filter((text) => text !== '')).size > 1,
  );
}

/**
 * What a policy decides for one group.
 * @param keeperId the record that stays; of equally long or old values its own counts
 * @returns field -> id of the record whose value counts; none where the keeper's counts
 */
export function choicesByPolicy(
  records: readonly PolicyRecord[],
  keeperId: string,
  policy: MergePolicy,
): Readonly<Record<string, string>> {
  const ordered = [...records].sort((a, b) => Number(b.id === keeperId) - Number(a.id === keeperId));
  const choices: Record<string, string> = {};
  for (const field of differingFields(records.map(({ csl }) => csl))) {
    const wanted = policy[mergeKind(field)];
    if (wanted === 'keeper') continue;
    const measured = ordered
      .map((record) => ({ ...record, text: fieldText(record.csl, field) }))
      .filter(({ text }) => text !== '');
    const best = measured.reduce((one, other) => {
      const isBetter =
        wanted === 'longest' ? other.text.length > one.text.length : other.addedAt > one.addedAt;
      return isBetter ? other : one;
    });
    if (best.id !== keeperId) choices[field] = best.id;
  }
  return choices;
}
