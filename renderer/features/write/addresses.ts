import type { EvidenceEntry } from '@shared/domain/report/evidence';

/**
 * Where a piece of evidence can be seen: the page of the PDF, the paper, the result or the journal entry.
 * @param entry the evidence
 * @param projectId inquiry of the report
 * @returns an address of the app, null when its source is gone
 */
export function addressOfEvidence(entry: EvidenceEntry, projectId: string | null): string | null {
  if (entry.missing) return null;
  switch (entry.kind) {
    case 'annotation':
      return entry.attachmentId === null
        ? null
        : `/reader/${entry.attachmentId}?page=${String((entry.pageIndex ?? 0) + 1)}&annotation=${entry.sourceId}`;
    case 'item':
      return `/library/${entry.sourceId}`;
    case 'analysis':
      return projectId === null ? null : `/inquiry/${projectId}/data?analysis=${entry.sourceId}`;
    case 'observation':
      return projectId === null ? null : `/inquiry/${projectId}/journal?entry=${entry.sourceId}`;
  }
}
