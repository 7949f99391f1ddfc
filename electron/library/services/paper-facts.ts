import { inferMetadata } from '@shared/domain/pdf-metadata/infer';
import { omit } from '@shared/lib/omit';
import { ok } from '@shared/lib/result';
import type { PdfTextPort } from '../adapters/pdf-text/port';
import type { InspectPaper } from './import-papers';

/**
 * What an import learns from a PDF itself: its first pages are read in a worker, then title, authors, year and
 * identifiers are inferred.
 * @param pdf reader of PDF text
 */
export function inspectPaperWith(pdf: PdfTextPort): InspectPaper {
  return async (path, fileName, signal) => {
    const head = await pdf.inspect(path, { signal });
    if (!head.ok) return head;
    const { pageCount, fingerprint, textLayer } = head.value;
    const { authors, ...fields } = omit(inferMetadata(head.value, fileName), ['status', 'repaired']);
    return ok({
      ...fields,
      // An ORCID has no place in a CSL name.
      ...(authors === undefined
        ? {}
        : { authors: { ...authors, value: authors.value.map((name) => omit(name, ['orcid'])) } }),
      pageCount,
      fingerprint,
      textLayer,
    });
  };
}
