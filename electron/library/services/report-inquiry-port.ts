import type { ClaimLevel } from '@shared/domain/claims';
import type { SharedAnalysis } from '@shared/domain/dataset/shared-analysis';
import type { InquirySummary } from '@shared/domain/inquiry/summary';
import type { Result } from '@shared/lib/result';

/** A result that may leave the computer, with the name of what was measured. */
export interface ReleasedAnalysis {
  readonly analysisId: string;
  readonly name: string;
  readonly measure: { readonly name: string; readonly unit: string };
  readonly result: SharedAnalysis;
}

/** What a report takes from the inquiry it belongs to: classes P0 and P1 only. */
export interface InquiryPort {
  summary(projectId: string): Result<InquirySummary>;
  releasedAnalyses(projectId: string): Result<readonly ReleasedAnalysis[]>;
  claimLevel(projectId: string): Result<ClaimLevel>;
  /** Pseudonyms of the rows of an inquiry: a report that holds one speaks of a single pupil. */
  pseudonyms(projectId: string): readonly string[];
}
