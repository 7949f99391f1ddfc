import { z } from 'zod';

/** Encodings that a table may come in; what the import writes down in the recipe. */
export const TABLE_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'windows-1252'] as const;

/** Field separators. */
export const DELIMITERS = [',', ';', '\t'] as const;

const column = z.number().int().min(0);

/** Which columns hold what; columns are counted from 0. */
export const columnMapping = z.discriminatedUnion('layout', [
  z.object({
    layout: z.literal('wide'),
    id: column,
    before: column,
    after: column,
    /** A second identifier column, where two lists stand side by side. */
    idAfter: column.nullable(),
  }),
  z.object({
    layout: z.literal('long'),
    id: column,
    occasion: column,
    score: column,
    beforeLabel: z.string().min(1),
    afterLabel: z.string().min(1),
  }),
]);

/** How a file became rows: saved, so that the import can be run again on the unchanged raw file. */
export const importRecipe = z.object({
  version: z.literal(1),
  encoding: z.enum(TABLE_ENCODINGS),
  delimiter: z.enum(DELIMITERS),
  /** Index of the heading row, or null when the first row holds scores. Rows above it are titles. */
  headerRow: z.number().int().min(0).nullable(),
  decimal: z.enum(['.', ',']),
  columns: columnMapping,
  range: z.object({ min: z.number(), max: z.number() }).nullable(),
  missingWords: z.array(z.string()),
  duplicates: z.enum(['leave-out', 'first', 'last']),
  outOfRange: z.enum(['leave-out', 'keep']),
});

/** See columnMapping. */
export type ColumnMapping = z.infer<typeof columnMapping>;
/** See importRecipe. */
export type ImportRecipe = z.infer<typeof importRecipe>;

/** Kinds of trouble found in a table, each named on its own (domain 4.1). */
export const ISSUE_KINDS = [
  'duplicate-id',
  'missing-id',
  'unmatched-id',
  'similar-ids',
  'missing-score',
  'text-score',
  'out-of-range',
  'half-filled-row',
  'blank-row',
  'repeated-header',
  'title-row',
  'leading-zeros',
  'decimal-comma',
  'scale-may-differ',
] as const;

/** One finding. `decide`: the user chooses; `left-out`: the value is not used; `note`: for information. */
export const datasetIssue = z.object({
  kind: z.enum(ISSUE_KINDS),
  weight: z.enum(['decide', 'left-out', 'note']),
  /** Row numbers as a spreadsheet counts them, from 1. */
  rows: z.array(z.number().int().min(1)),
  occasion: z.enum(['before', 'after']).nullable(),
  /** Reason within the kind, such as `date` for a score that looks like one. */
  reason: z.string().nullable(),
  /** What stands in a score cell; never an identifier, since issues are kept with the data. */
  written: z.string().nullable(),
});

/** See datasetIssue. */
export type DatasetIssue = z.infer<typeof datasetIssue>;
