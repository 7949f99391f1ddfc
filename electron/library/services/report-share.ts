import { homedir, userInfo } from 'node:os';
import { checkBeforeSharing, type ShareFinding } from '@shared/domain/exchange/share-check';
import type { ReportExport } from '@shared/domain/report/export-model';
import { reportToMarkdown } from '@shared/formats/report-markdown/document';
import type { InquiryPort } from './report-inquiry-port';

/** Findings that need a decision before a report leaves the computer. Contact data of authors and dates are usual in reports. */
const NEED_DECISION: ReadonlySet<ShareFinding['code']> = new Set(['name', 'raw-rows', 'absolute-path']);

/**
 * The pre-share check on a report: pupils' names, individual rows, places on this computer.
 * @param report everything the export would write, evidence included
 * @param projectId inquiry whose names are looked for; null looks for names of none
 * @param inquiry where names and pseudonyms come from
 * @param libraryFolder absolute folder of the library
 */
export async function checkReportBeforeSharing(
  report: ReportExport,
  projectId: string | null,
  inquiry: InquiryPort,
  libraryFolder: string,
): Promise<readonly ShareFinding[]> {
  const roster = projectId === null ? { names: [], pseudonyms: [] } : await inquiry.roster(projectId);
  const { markdown } = reportToMarkdown(report, { bibFile: '', figureFolder: '', keyOf: (itemId) => itemId });
  // Escapes of the Markdown writer would hide a name such as "O\'Hara" or a path.
  const text = markdown.replace(/\\([^\sA-Za-z0-9])/gu, '$1');
  const findings = checkBeforeSharing([{ path: 'report/report.md', text }], {
    roster: roster.names,
    pseudonyms: roster.pseudonyms,
    localPaths: [homedir(), libraryFolder],
    userName: userInfo().username,
  });
  const seen = new Set<string>();
  return findings.filter(({ code, excerpt }) => {
    const key = `${code} ${excerpt}`;
    if (!NEED_DECISION.has(code) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
