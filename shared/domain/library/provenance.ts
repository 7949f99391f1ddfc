import { z } from 'zod';

/** Where a field of a record came from: an import writes it, the user's own edits and approvals change it. */
export const fieldProvenance = z.object({
  /** A place in the PDF ("layout", "xmp", ...), or "person". */
  source: z.string().max(80),
  /** 0 to 1; 1 for what a person wrote or a bibliography stated. */
  confidence: z.number().min(0).max(1),
  /** Zero-based page, when it was read on one. */
  page: z.number().int().nullable().default(null),
  approved: z.boolean().default(false),
});
export type FieldProvenance = z.infer<typeof fieldProvenance>;

/** Field of the record -> where it came from. */
export const provenance = z.record(z.string(), fieldProvenance);
export type Provenance = z.infer<typeof provenance>;

/** @param json stored text @returns what fits; a field that does not is left out */
export function readProvenance(json: string): Provenance {
  const stored: unknown = JSON.parse(json);
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).flatMap(([field, value]) => {
      const parsed = fieldProvenance.safeParse(value);
      return parsed.success ? [[field, parsed.data] as const] : [];
    }),
  );
}

/** Fields that a machine found and nobody has looked at yet, those it was least sure of first. */
export function fieldsToApprove(all: Provenance): readonly string[] {
  return Object.entries(all)
    .filter(([, { approved, source }]) => !approved && source !== 'person')
    .sort(([, a], [, b]) => a.confidence - b.confidence)
    .map(([field]) => field);
}

/** The user wrote the field: theirs, and nothing to approve. */
export const WRITTEN_BY_PERSON: FieldProvenance = {
  source: 'person',
  confidence: 1,
  page: null,
  approved: true,
};
