import type { CaseReference, SharedOutcome } from '@shared/domain/exchange';
import type { InquirySummary } from '@shared/domain/inquiry';
import type { Result } from '@shared/lib/result';
import type { PackedFile } from '../adapters/case-package/write-package';

/** What publishing needs of the other areas; joined in the composition root. */
export interface ExchangeSources {
  /** The P0/P1 account of an inquiry. */
  summary(projectId: string): Result<InquirySummary>;
  /** Results after suppression, and the points of view that have data. */
  outcomes(
    projectId: string,
  ): Result<{ readonly outcomes: readonly SharedOutcome[]; readonly perspectives: readonly string[] }>;
  /** Pseudonyms of the rows, and where the names behind them are: never in the database. */
  rosterOf(projectId: string): Promise<{
    readonly pseudonyms: readonly string[];
    readonly hasRows: boolean;
    readonly hasKey: boolean;
  }>;
  /** Reports of the inquiry. */
  reports(
    projectId: string,
  ): readonly { readonly id: string; readonly title: string; readonly authors: readonly string[] }[];
  /** The report as HTML and docx below `report/`. */
  reportFiles(reportId: string): Promise<Result<readonly PackedFile[]>>;
  /** CSL-JSON and BibTeX of the works the inquiry rests on, with a plain line each. */
  references(summary: InquirySummary): {
    readonly cslJson: string;
    readonly bibtex: string;
    readonly lines: readonly string[];
  };
  /** Starts an inquiry from a case. */
  startInquiry(input: {
    readonly title: string;
    readonly modelId: string;
    readonly basedOn: CaseReference;
    readonly record: { readonly problem: string; readonly question: string };
  }): Result<{ readonly projectId: string }>;
  /** Parents of an inquiry, from the case it was started from. */
  parents(projectId: string): readonly CaseReference[];
}
