import { PDFArray, PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts } from 'pdf-lib';

/** What a person marked on the first page of a paper. */
export interface ZoteroMark {
  readonly kind: 'highlight' | 'underline' | 'note';
  /** Of Zotero's palette. */
  readonly color: string;
  /** Words that are marked; they must stand in a line of the page. Empty for a note. */
  readonly words: string;
  readonly comment: string;
  readonly tags: readonly string[];
  /** ISO 8601 UTC, whole seconds. */
  readonly changedAt: string;
}

const SIZE = 12;
const LEFT = 72;
const TOP = 760;
const LINE = 20;

/**
 * A small paper as Zotero exports it with "Include Annotations": the marks are ordinary annotations of the PDF, and what PDF has no
 * field for stands in fields of Zotero's own.
 * @param lines of the only page
 * @param marks on it
 */
export async function zoteroPdf(lines: readonly string[], marks: readonly ZoteroMark[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  const page = pdf.addPage([595, 842]);
  for (const [at, text] of lines.entries())
    page.drawText(text, { x: LEFT, y: TOP - at * LINE, size: SIZE, font });
  for (const [number, mark] of marks.entries()) {
    const line = lines.findIndex((text) => mark.words !== '' && text.includes(mark.words));
    if (mark.kind !== 'note' && line < 0) throw new Error(`not on the page: ${mark.words}`);
    const before = (lines[line] ?? '').split(mark.words)[0] ?? '';
    const left = mark.kind === 'note' ? 500 : LEFT + font.widthOfTextAtSize(before, SIZE);
    const bottom = mark.kind === 'note' ? 700 - 30 * number : TOP - line * LINE - 3;
    const right = mark.kind === 'note' ? left + 22 : left + font.widthOfTextAtSize(mark.words, SIZE);
    const top = bottom + (mark.kind === 'note' ? 22 : SIZE + 2);
    const key = `ZOT${String(number).padStart(5, '0')}`;
    const annotation = pdf.context.obj({
      Type: 'Annot',
      Subtype: { highlight: 'Highlight', underline: 'Underline', note: 'Text' }[mark.kind],
      Rect: [left, bottom, right, top],
      QuadPoints: [left, top, right, top, left, bottom, right, bottom],
      C: [1, 3, 5].map((at) => Number.parseInt(mark.color.slice(at, at + 2), 16) / 255),
      F: 4,
      M: PDFString.of(pdfDate(mark.changedAt)),
      T: PDFHexString.fromText('Teacher'),
      Contents: PDFHexString.fromText(mark.comment),
      NM: PDFString.of(`Zotero-${key}`),
    });
    annotation.set(PDFName.of('Zotero:Key'), PDFString.of(key));
    if (mark.tags.length > 0)
      annotation.set(PDFName.of('Zotero:Tags'), PDFHexString.fromText(JSON.stringify(mark.tags)));
    const ref = pdf.context.register(annotation);
    const all = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray);
    if (all === undefined) page.node.set(PDFName.of('Annots'), pdf.context.obj([ref]));
    else all.push(ref);
  }
  return pdf.save({ useObjectStreams: false });
}

function pdfDate(iso: string): string {
  return `D:${iso.slice(0, 19).replace(/[-:T]/g, '')}Z`;
}
