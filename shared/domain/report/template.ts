import { z } from 'zod';
import { SectionKind } from './document';

/** Languages templates are written in. */
export const TEMPLATE_LANGUAGES = ['en', 'uk'] as const;
export type TemplateLanguage = (typeof TEMPLATE_LANGUAGES)[number];

const Words = z.strictObject({ en: z.string().min(1), uk: z.string().min(1) });

/**
 * How a section is pre-filled. Sentences hold `{path}` placeholders into the pre-fill source; a sentence with an empty
 * placeholder is left out, `{path|words}` looks the value up in the template's `words`.
 */
const PrefillBlock = z.discriminatedUnion('kind', [
  /** One paragraph; each sentence stands or falls on its own. */
  z.strictObject({ kind: z.literal('paragraph'), sentences: z.array(Words).min(1) }),
  /** A bullet per row of the list at `each`; placeholders are paths into the row. `where`: only rows where this is true. */
  z.strictObject({
    kind: z.literal('list'),
    each: z.string(),
    where: z.string().optional(),
    text: Words,
    lead: Words.optional(),
  }),
  /** Papers and highlights at `path`: what was taken from each, as a claim with its evidence linked, and the citation. */
  z.strictObject({ kind: z.literal('evidence'), path: z.string() }),
  /** Every analysis: its result as a claim with its evidence linked, then its table. */
  z.strictObject({ kind: z.literal('analyses') }),
  /** The claims of the inquiry as claims of the report, evidence still to be linked. */
  z.strictObject({ kind: z.literal('claims') }),
]);
export type PrefillBlock = Readonly<z.infer<typeof PrefillBlock>>;

const TemplateSection = z.strictObject({
  key: z.string().regex(/^[a-z][a-z-]*$/),
  kind: SectionKind,
  required: z.boolean(),
  heading: Words,
  prompt: Words,
  prefill: z.array(PrefillBlock).default([]),
});
export type TemplateSection = Readonly<z.infer<typeof TemplateSection>>;

/** A report template: data in `resources/templates/report`, so that a tutor can write one without code. */
export const ReportTemplate = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  version: z.number().int().positive(),
  title: Words,
  description: Words,
  /** Words of a common length, for the word count; null when there is no custom. */
  wordGuide: z.number().int().positive().nullable(),
  words: z.record(z.string(), Words).default({}),
  sections: z.array(TemplateSection).min(1),
});
export type ReportTemplate = Readonly<z.infer<typeof ReportTemplate>>;

/** @param language BCP 47 tag; @returns the template language nearest to it, English when unknown */
export function templateLanguage(language: string): TemplateLanguage {
  return language.toLowerCase().startsWith('uk') ? 'uk' : 'en';
}
