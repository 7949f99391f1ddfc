import { z } from 'zod';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What the tests look at in a PDF. */
export interface ReadPdf {
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly language: string | undefined;
  readonly isTagged: boolean;
  readonly pages: readonly string[];
  readonly pageLabels: readonly string[];
  readonly outline: readonly string[];
  /** First half of the /ID, as the reader's document fingerprint. */
  readonly fingerprint: string | null;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/**
 * Reads a PDF as the app's reader does.
 * @param bytes the file
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: true, verbosity: 0 });
  const document = await task.promise;
  const metadata = await document.getMetadata();
  const info = new Map(Object.entries(metadata.info));
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const content = await (await document.getPage(number)).getTextContent();
    pages.push(
      content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
    );
  }
  const outline = z
    .array(z.object({ title: z.string() }))
    .nullable()
    .parse(await document.getOutline());
  const mark: unknown = await document.getMarkInfo();
  const labels = await document.getPageLabels();
  const result = {
    title: textOf(info.get('Title')),
    author: textOf(info.get('Author')),
    language: textOf(info.get('Language')),
    isTagged: mark instanceof Map && mark.get('Marked') === true,
    pages,
    pageLabels: labels ?? [],
    fingerprint: document.fingerprints[0] ?? null,
    outline: (outline ?? []).map((entry) => entry.title),
  };
  await task.destroy();
  return result;
}
