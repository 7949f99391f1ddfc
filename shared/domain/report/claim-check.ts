import { lintClaims, type ClaimFinding, type ClaimLanguage, type ClaimLevel } from '@shared/domain/claims';
import type { ReportSection } from './document';
import type { EvidenceEntry } from './evidence';
import { collectClaims, isEmptyContent, plainTextOf } from './walk';

/** Something the writer should look at before sharing. Every finding names the place and why. */
export type CheckFinding =
  | {
      readonly kind: 'claim-without-evidence';
      readonly sectionId: string;
      readonly claimId: string;
      readonly text: string;
    }
  | {
      readonly kind: 'evidence-gone';
      readonly sectionId: string;
      readonly claimId: string;
      readonly text: string;
    }
  | {
      readonly kind: 'above-claim-level';
      readonly sectionId: string;
      readonly text: string;
      readonly finding: ClaimFinding;
    }
  | { readonly kind: 'section-empty'; readonly sectionId: string; readonly heading: string };

/** What the check looks at. */
export interface CheckInput {
  readonly title: string;
  readonly sections: readonly ReportSection[];
  readonly evidence: readonly EvidenceEntry[];
  readonly requiredKeys: readonly string[];
  readonly language: ClaimLanguage;
  readonly claimLevel: ClaimLevel;
}

/** @returns findings in reading order: first those of the sections, claims and wordings together */
export function checkReport(input: CheckInput): readonly CheckFinding[] {
  const claims = collectClaims(input.sections);
  return input.sections.flatMap((section) => {
    const findings: CheckFinding[] = [];
    if (input.requiredKeys.includes(section.key) && sectionIsEmpty(section, input)) {
      findings.push({ kind: 'section-empty', sectionId: section.id, heading: section.heading });
    }
    for (const claim of claims) {
      if (claim.sectionId !== section.id) continue;
      const entries = input.evidence.filter((entry) => entry.claimId === claim.claimId);
      const { claimId, text, sectionId } = claim;
      // A work cited inside the claimed words is evidence a reader can follow.
      if (entries.length === 0 && claim.citedItemIds.length === 0) {
        findings.push({ kind: 'claim-without-evidence', sectionId, claimId, text });
      } else if (entries.length > 0 && entries.every((entry) => entry.missing)) {
        findings.push({ kind: 'evidence-gone', sectionId, claimId, text });
      }
    }
    if (section.kind === 'text') {
      const words = plainTextOf(section.content);
      for (const finding of lintClaims(words, input.language, input.claimLevel)) {
        findings.push({
          kind: 'above-claim-level',
          sectionId: section.id,
          text: around(words, finding),
          finding,
        });
      }
    }
    return findings;
  });
}

function sectionIsEmpty(section: ReportSection, input: CheckInput): boolean {
  if (section.kind === 'title') return input.title.trim() === '';
  if (section.kind === 'references') return false;
  return isEmptyContent(section.content);
}

/** The sentence around a wording, so that the writer knows where to look. */
function around(text: string, finding: ClaimFinding): string {
  const before = text.slice(0, finding.start);
  const start = Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n')) + 1;
  const after = text.slice(finding.end);
  const ends = [after.indexOf('. '), after.indexOf('\n')].filter((index) => index >= 0);
  const end = ends.length === 0 ? text.length : finding.end + Math.min(...ends) + 1;
  return text.slice(start, end).trim();
}
