import type { TextLayer } from './types';

/** What can be said of how a PDF was recognised; plain words under `errors.<code>` in import.json. */
export type IdentityRemark =
  'import.no-text-layer' | 'import.nothing-found' | 'import.no-identifier' | 'import.offline-queued';

/** What is known of a PDF, as far as the remark needs it. */
export interface Recognised {
  readonly textLayer?: TextLayer;
  readonly title?: unknown;
  readonly doi?: unknown;
  readonly arxiv?: unknown;
  readonly isbn?: unknown;
}

/**
 * Why a record read from a PDF holds what it holds: a scan, nothing found, no number to look up, or read offline with
 * a number that can be looked up once the network is allowed.
 * @param found what was read of the PDF
 */
export function identityRemark(found: Recognised): IdentityRemark {
  if (found.textLayer === 'none') return 'import.no-text-layer';
  if (found.title === undefined) return 'import.nothing-found';
  const number = found.doi ?? found.arxiv ?? found.isbn;
  return number === undefined ? 'import.no-identifier' : 'import.offline-queued';
}

/** Remarks that inform and ask for nothing: a line with one does not count as needing attention. */
export const INFORMING_REMARKS: readonly string[] = [
  'import.no-identifier',
  'import.offline-queued',
] satisfies readonly IdentityRemark[];
