import { homedir, userInfo } from 'node:os';
import { checkBeforeSharing, type ShareFinding } from '@shared/domain/exchange/share-check';
import type { ReportExport } from '@shared/domain/report/export-model';
import { reportToMarkdown } from '@shared/formats/report-markdown/document';

/** Findings that need a decision before a report leaves the computer. Contact data of authors and dates are usual in reports. */
const NEED_DECISION: ReadonlySet<ShareFinding['code']> = new Set(['raw-rows', 'absolute-path']);
/** `/root` and the like are too short to mean a place in running text. */
const SHORTEST_PATH = 6;

/**
 * The pre-share check on a report: pseudonyms of single pupils and places on this computer. Names are in the encrypted key
 * file only, so they can be looked for when a case is published (where the key is opened), not here.
 * @param report everything the export would write, evidence included
 * @param pseudonyms those of the inquiry the report belongs to
 * @param libraryFolder absolute folder of the library
 */
export function checkReportBeforeSharing(
  report: ReportExport,
  pseudonyms: readonly string[],
  libraryFolder: string,
): readonly ShareFinding[] {
  const { markdown } = reportToMarkdown(report, { bibFile: '', figureFolder: '', keyOf: (itemId) => itemId });
  // Escapes of the Markdown writer would hide a path or a pseudonym.
  const text = markdown.replace(/\\([^\sA-Za-z0-9])/gu, '$1');
  const findings = checkBeforeSharing([{ path: 'report/report.md', text }], {
    roster: [],
    pseudonyms,
    localPaths: [homedir(), libraryFolder].filter((path) => path.length >= SHORTEST_PATH),
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
