import { z } from 'zod';

const label = z.strictObject({ en: z.string().min(1), uk: z.string().min(1) });

/** A list of terms of `resources/vocabularies`. */
export const vocabularySchema = z
  .strictObject({
    id: z.string(),
    source: z.string().min(1),
    date: z.string().min(4),
    terms: z.array(z.strictObject({ id: z.string().min(1), label, broader: z.string().optional() })).min(1),
  })
  .refine(({ terms }) => new Set(terms.map((term) => term.id)).size === terms.length, 'ids must differ')
  .refine(
    ({ terms }) =>
      terms.every(({ broader }) => broader === undefined || terms.some((term) => term.id === broader)),
    'a broader term must be in the list',
  );
export type Vocabulary = z.infer<typeof vocabularySchema>;

/** `resources/vocabularies/countries.json`; the names come from the system. */
export const countriesSchema = z.strictObject({
  source: z.string(),
  codes: z.array(z.string().regex(/^[A-Z]{2}$/)).min(1),
});

/** Does the study fit the person's own class, as they judge it? */
export const FITS = ['yes', 'partly', 'no'] as const;

const terms = z.array(z.string().trim().min(1).max(120)).max(30);

/** Names of the education fields, in the order of the panel. */
export const EDUCATION_FIELDS = [
  'phase',
  'subject',
  'topic',
  'country',
  'n',
  'setting',
  'outcome',
  'fits',
  'fitsWhy',
] as const;
export type EducationField = (typeof EDUCATION_FIELDS)[number];

/** What a teacher wants to know of a study (`item.education`); a field that is not there has not been said. */
export const educationSchema = z.strictObject({
  /** ISCED 2011 levels, "0" to "8". */
  phase: terms.optional(),
  /** ISCED-F 2013 codes. */
  subject: terms.optional(),
  /** Ids of education-topics, or the person's own words. */
  topic: terms.optional(),
  /** ISO 3166-1 alpha-2 codes. */
  country: terms.optional(),
  /** Number of people studied. */
  n: z.number().int().min(0).max(1_000_000_000).optional(),
  setting: z.string().max(2000).optional(),
  outcome: z.string().max(2000).optional(),
  fits: z.enum(FITS).optional(),
  fitsWhy: z.string().max(4000).optional(),
} satisfies Record<EducationField, z.ZodType>);
export type Education = z.infer<typeof educationSchema>;

/** A change of education fields: a value replaces, null removes. */
export const educationPatchSchema = z.strictObject({
  phase: terms.nullish(),
  subject: terms.nullish(),
  topic: terms.nullish(),
  country: terms.nullish(),
  n: educationSchema.shape.n.unwrap().nullish(),
  setting: educationSchema.shape.setting.unwrap().nullish(),
  outcome: educationSchema.shape.outcome.unwrap().nullish(),
  fits: educationSchema.shape.fits.unwrap().nullish(),
  fitsWhy: educationSchema.shape.fitsWhy.unwrap().nullish(),
});
export type EducationPatch = z.infer<typeof educationPatchSchema>;

/** @param json stored text; @returns the fields, none when the text is not what this version writes */
export function readEducation(json: string): Education {
  const parsed = educationSchema.safeParse(JSON.parse(json));
  return parsed.success ? parsed.data : {};
}

/**
 * Applies a change; empty texts and lists count as not said.
 * @param education the fields so far @param patch what changes
 */
export function changeEducation(education: Education, patch: EducationPatch): Education {
  const merged = Object.entries({ ...education, ...patch }).filter(
    ([, value]) =>
      value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return educationSchema.parse(Object.fromEntries(merged));
}

/**
 * The fields in words, for the search index: labels of every language, so that both find them.
 * @param education the fields @param vocabularies lists whose ids the fields hold
 */
export function educationText(education: Education, vocabularies: readonly Vocabulary[]): string {
  const words = new Map(
    vocabularies.flatMap(({ id, terms: entries }) =>
      entries.map((term) => [`${id} ${term.id}`, `${term.label.en} ${term.label.uk}`] as const),
    ),
  );
  const named = (list: string, ids: readonly string[] = []): readonly string[] =>
    ids.map((id) => words.get(`${list} ${id}`) ?? id);
  return [
    ...named('isced-levels', education.phase),
    ...named('isced-fields', education.subject),
    ...named('education-topics', education.topic),
    ...(education.country ?? []),
    education.setting ?? '',
    education.outcome ?? '',
    education.fitsWhy ?? '',
  ]
    .filter((text) => text !== '')
    .join('\n');
}
