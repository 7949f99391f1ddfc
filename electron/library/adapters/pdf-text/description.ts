import type { PDFDocumentProxy } from 'pdfjs-dist';
import { z } from 'zod';
import type { PdfSelfDescription } from '@shared/domain/pdf-metadata/types';

const xmpPairs = z.array(z.tuple([z.string(), z.unknown()]));

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

/**
 * What the file says of itself; nothing when that cannot be read.
 * @param document open document
 */
export async function describe(document: PDFDocumentProxy): Promise<PdfSelfDescription> {
  const info: Record<string, string> = {};
  const xmp: Record<string, readonly string[]> = {};
  try {
    const { info: raw, metadata } = await document.getMetadata();
    for (const [key, value] of entriesOf(raw)) {
      if (typeof value === 'string') info[key] = value;
      else if (key === 'Custom') {
        for (const [name, text] of entriesOf(value)) if (typeof text === 'string') info[name] = text;
      }
    }
    // pdf.js' types say there is always XMP; it gives null for most files.
    const properties: unknown = metadata;
    const pairs = xmpPairs.safeParse(isIterable(properties) ? [...properties] : []);
    for (const [key, value] of pairs.success ? pairs.data : []) {
      if (!/^(dc|prism|crossmark|pdfx|xmp):/i.test(key)) continue; // font tables and histories are megabytes at times
      const list: unknown[] = Array.isArray(value) ? value : [value];
      xmp[key] = list.filter((entry): entry is string => typeof entry === 'string');
    }
  } catch {
    // Unreadable self-description: as if there were none.
  }
  return { info, xmp };
}
