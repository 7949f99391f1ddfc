import { z } from 'zod';

/** Locator kinds a teacher meets, by their CSL names; `page` is what bare digits mean. */
export const LOCATOR_LABELS = [
  'page',
  'chapter',
  'section',
  'paragraph',
  'figure',
  'table',
  'part',
  'volume',
  'line',
  'note',
] as const;

export const LocatorLabel = z.enum(LOCATOR_LABELS);
export type LocatorLabel = z.infer<typeof LocatorLabel>;

/** One cited work inside a citation. Empty text means "none", so that editors need no null handling. */
export const CitationItem = z.object({
  itemId: z.string().min(1),
  locator: z.string().max(200).default(''),
  label: LocatorLabel.default('page'),
  prefix: z.string().max(500).default(''),
  suffix: z.string().max(500).default(''),
  suppressAuthor: z.boolean().default(false),
});
export type CitationItem = Readonly<z.infer<typeof CitationItem>>;

/** A citation at one place of the text: the works named together between one pair of brackets. */
export interface CitationCluster {
  readonly id: string;
  readonly items: readonly CitationItem[];
}

/** Citation styles shipped with the program; ids are the names of the files in `resources/csl/styles`. */
export const STYLE_IDS = ['apa', 'harvard-cite-them-right'] as const;
export const StyleId = z.enum(STYLE_IDS);
export type StyleId = z.infer<typeof StyleId>;

/** Languages in which citations can be written; names of the files in `resources/csl/locales`. */
export const STYLE_LOCALES = ['en-GB', 'en-US', 'uk-UA'] as const;
export const StyleLocale = z.enum(STYLE_LOCALES);
export type StyleLocale = z.infer<typeof StyleLocale>;

/** A stretch of formatted text. Absent flags are off. */
export const RichRun = z.object({
  text: z.string(),
  italic: z.literal(true).optional(),
  bold: z.literal(true).optional(),
  underline: z.literal(true).optional(),
  smallCaps: z.literal(true).optional(),
  superscript: z.literal(true).optional(),
  subscript: z.literal(true).optional(),
  href: z.string().optional(),
});
export type RichRun = Readonly<z.infer<typeof RichRun>>;

/** The text a style gives to one citation. */
export const FormattedCitation = z.object({
  clusterId: z.string(),
  plain: z.string(),
  runs: z.array(RichRun),
});
export type FormattedCitation = Readonly<z.infer<typeof FormattedCitation>>;

/** One entry of the list of references. */
export const BibliographyEntry = z.object({
  itemId: z.string(),
  plain: z.string(),
  runs: z.array(RichRun),
});
export type BibliographyEntry = Readonly<z.infer<typeof BibliographyEntry>>;

/** Everything a style says about a document. `missingItemIds`: cited works that are no longer in the library. */
export const FormattedDocument = z.object({
  citations: z.array(FormattedCitation),
  bibliography: z.array(BibliographyEntry),
  hangingIndent: z.boolean(),
  missingItemIds: z.array(z.string()),
});
export type FormattedDocument = Readonly<z.infer<typeof FormattedDocument>>;

/** @param runs formatted text; @returns the same text without formatting */
export function plainText(runs: readonly RichRun[]): string {
  return runs.map((run) => run.text).join('');
}
