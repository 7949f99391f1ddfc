import { readFile } from 'node:fs/promises';

/** The field in which Zotero keeps the tags of an annotation inside a PDF; pdf.js does not give fields that it does not know. */
const FIELD = 'Zotero:Tags';

/**
 * Tags of the annotations that Zotero wrote into a PDF.
 * @param path absolute path
 * @returns tags by the annotation's name in pdf.js (number of its object and "R"); empty when there are none or they cannot be read
 */
export async function annotationTags(path: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  const bytes = await readFile(path);
  if (!bytes.includes(FIELD)) return found;
  const { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } = await import('pdf-lib');
  try {
    const pdf = await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false });
    for (const [ref, object] of pdf.context.enumerateIndirectObjects()) {
      const value = object instanceof PDFDict ? object.lookup(PDFName.of(FIELD)) : undefined;
      if (value instanceof PDFString || value instanceof PDFHexString) {
        found.set(`${String(ref.objectNumber)}R`, parseTags(value.decodeText()));
      }
    }
  } catch {
    // pdf.js reads more damaged files than pdf-lib does: the annotations come without their tags.
  }
  return found;
}

function parseTags(text: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(text);
    const tags = Array.isArray(value) ? value.filter((tag) => typeof tag === 'string') : [];
    return tags.map((tag) => tag.trim().slice(0, 300)).filter(Boolean);
  } catch {
    // Text of an encrypted file, or of another program.
    return [];
  }
}
