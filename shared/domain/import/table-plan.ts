import { z } from 'zod';

/** What a column of a table of references may hold: CSL variables, then what this library keeps beside them. */
export const TABLE_FIELDS = [
  'title',
  'author',
  'issued',
  'abstract',
  'keyword',
  'type',
  'container-title',
  'container-title-short',
  'volume',
  'issue',
  'page',
  'publisher',
  'publisher-place',
  'editor',
  'translator',
  'edition',
  'collection-title',
  'event-title',
  'genre',
  'number-of-pages',
  'number-of-volumes',
  'DOI',
  'URL',
  'ISSN',
  'ISBN',
  'PMID',
  'PMCID',
  'eric',
  'call-number',
  'citation-key',
  'title-short',
  'original-title',
  'language',
  'accessed',
  'note',
  'tags',
  'own-note',
  'read-status',
  'relevance',
  'design',
  'sample',
  'setting',
  'outcome',
  'included',
] as const;
export type TableField = (typeof TABLE_FIELDS)[number];

/** Columns that may stand several times in a table, such as one author per column; of others the first filled cell counts. */
export const SEVERAL_COLUMNS: ReadonlySet<TableTarget> = new Set<TableTarget>([
  'author',
  'editor',
  'translator',
  'keyword',
  'note',
  'tags',
  'own-note',
]);

/** One of these a row must have, or nobody could say which work it is. */
export const KEY_FIELDS: readonly TableTarget[] = ['title', 'DOI', 'abstract'];

/** A field, `carry` for a column that is kept as it is with the record, `leave` for one that stays behind. */
export const tableTarget = z.enum([...TABLE_FIELDS, 'carry', 'leave']);
export type TableTarget = z.infer<typeof tableTarget>;

/** Columns a plan speaks of; those of wider tables are carried. */
export const MAX_TABLE_COLUMNS = 500;

/** How one table of references is read. */
export const tablePlan = z.object({
  /** Name of the sheet of a workbook; null lets the program choose. */
  sheet: z.string().max(300).nullable().default(null),
  /** Whether the first row holds headings; columns are numbered otherwise. */
  hasHeadings: z.boolean().default(true),
  /** What each column holds; null lets the headings say it. */
  columns: z.array(tableTarget).max(MAX_TABLE_COLUMNS).nullable().default(null),
});
export type TablePlan = z.infer<typeof tablePlan>;

/** Plans by the file they are for, as the preview names it. */
export const tablePlans = z.array(z.object({ order: z.string().max(5_000), plan: tablePlan })).max(5_000);
export type TablePlans = z.infer<typeof tablePlans>;

/** Tables remembered. */
export const MAX_REMEMBERED_TABLES = 40;

/** What a person said of a table, for the next one with the same headings. */
export const rememberedTable = z.object({
  /** Stands for the headings. */
  head: z.string().max(64),
  columns: z.array(tableTarget).max(MAX_TABLE_COLUMNS),
});
export type RememberedTable = z.infer<typeof rememberedTable>;
export const rememberedTables = z.array(rememberedTable).max(MAX_REMEMBERED_TABLES);

/** @param columns what each column holds @returns whether rows of it can be told apart as works */
export function hasKeyField(columns: readonly TableTarget[]): boolean {
  return columns.some((column) => KEY_FIELDS.includes(column));
}

/**
 * Gives a column another field. Where a field can stand once only, the column that had it is carried instead.
 * @param columns what each column holds
 * @param at the column, from 0
 */
export function withColumn(
  columns: readonly TableTarget[],
  at: number,
  target: TableTarget,
): readonly TableTarget[] {
  const isFree = target === 'carry' || target === 'leave' || SEVERAL_COLUMNS.has(target);
  return columns.map((column, place) => {
    if (place === at) return target;
    return !isFree && column === target ? 'carry' : column;
  });
}
