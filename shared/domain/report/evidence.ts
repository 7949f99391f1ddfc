import { z } from 'zod';
import { collectClaims } from './walk';
import type { ReportSection } from './document';

/** Kinds of record that can carry a claim; the same words as in the `link` table. */
export const EVIDENCE_KINDS = ['annotation', 'item', 'analysis', 'observation'] as const;
export const EvidenceKind = z.enum(EVIDENCE_KINDS);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

/**
 * One piece of evidence for a claim, resolved to what a reader needs without the library.
 * `source`: whose words or data they are; `quote`: exact words (annotations); `statement`: the result or the record in
 * words (analyses, observations); `missing`: the record was deleted, only what the link remembered is left.
 */
export const EvidenceEntry = z.object({
  linkId: z.string(),
  claimId: z.string(),
  kind: EvidenceKind,
  sourceId: z.string(),
  itemId: z.string().nullable(),
  source: z.string(),
  pageLabel: z.string(),
  pageIndex: z.number().int().nullable(),
  /** The PDF a highlight stands in, for jumping back; null when it is gone or when there is none. */
  attachmentId: z.string().nullable(),
  quote: z.string(),
  statement: z.string(),
  missing: z.boolean(),
});
export type EvidenceEntry = Readonly<z.infer<typeof EvidenceEntry>>;

/** A claim with its number in the report (from 1, in reading order) and its evidence. */
export interface ClaimTrail {
  readonly claimId: string;
  readonly number: number;
  readonly text: string;
  readonly sectionId: string;
  readonly entries: readonly EvidenceEntry[];
}

/**
 * Lines up the claims of a report with their evidence.
 * @param sections sections in reading order
 * @param entries resolved evidence; entries for claims that are no longer in the text are left out
 */
export function buildEvidenceTrail(
  sections: readonly Pick<ReportSection, 'id' | 'kind' | 'content'>[],
  entries: readonly EvidenceEntry[],
): readonly ClaimTrail[] {
  return collectClaims(sections).map((claim, index) => ({
    claimId: claim.claimId,
    number: index + 1,
    text: claim.text,
    sectionId: claim.sectionId,
    entries: entries.filter((entry) => entry.claimId === claim.claimId),
  }));
}
