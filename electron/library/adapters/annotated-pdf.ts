import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFPage,
  type PDFRef,
} from 'pdf-lib';
import { boundingRect, parseHex, quadPoints, type Annotation, type PdfRect } from '@shared/domain/annotation';
import { fail, ok, type Failure, type Result } from '@shared/lib/result';

/** Why no annotated copy could be written. */
export type AnnotatedPdfCode = 'annotation.pdf-encrypted' | 'annotation.pdf-broken';

/** A copy of a PDF with annotations in it. */
export interface AnnotatedPdf {
  readonly bytes: Uint8Array;
  /** Annotations in the copy. */
  readonly written: number;
  /** Annotations on pages that the PDF does not have. */
  readonly skipped: number;
}

/** How strongly a highlight colours the page; the same as in the reader. */
const HIGHLIGHT_OPACITY = 0.42;
/** Flag of ISO 32000 12.5.3: the annotation is printed with the page. */
const PRINT_FLAG = 4;

/**
 * Writes annotations into a copy of a PDF as standard annotations (ISO 32000-1 12.5.6: Highlight, Underline, Text), each with
 * its own appearance, so that every viewer draws the same.
 * @param source the PDF
 * @param annotations any order; rectangles in PDF points
 * @param author name for the title of the comments; may be empty
 * @returns the new bytes, or a coded failure when the PDF is encrypted or cannot be parsed
 */
export async function writeAnnotatedPdf(
  source: Uint8Array,
  annotations: readonly Annotation[],
  author: string,
): Promise<Result<AnnotatedPdf, Failure<AnnotatedPdfCode>>> {
  try {
    const pdf = await PDFDocument.load(source, { updateMetadata: false });
    const pages = pdf.getPages();
    if (pages.length === 0) return fail('annotation.pdf-broken');
    let written = 0;
    for (const annotation of annotations) {
      const page = pages[annotation.pageIndex];
      if (!page) continue;
      addAnnotation(pdf, page, annotation, author);
      written += 1;
    }
    const bytes = await pdf.save({ updateFieldAppearances: false });
    return ok({ bytes, written, skipped: annotations.length - written });
  } catch (error) {
    // pdf-lib throws many kinds of errors on damaged files, and says "encrypted" only when it got far enough to see it.
    const encrypted = Buffer.from(source.buffer, source.byteOffset, source.byteLength).includes('/Encrypt');
    return fail(encrypted ? 'annotation.pdf-encrypted' : 'annotation.pdf-broken', undefined, String(error));
  }
}

function addAnnotation(pdf: PDFDocument, page: PDFPage, annotation: Annotation, author: string): void {
  const { context } = pdf;
  const box = boundingRect(annotation.rects);
  const frame: PdfRect = annotation.type === 'note' ? box : grow(box, 1);
  const color = (parseHex(annotation.color) ?? [255, 212, 0]).map((part) => part / 255);
  const entries: Record<string, PDFObject> = {
    Type: PDFName.of('Annot'),
    Subtype: PDFName.of({ highlight: 'Highlight', underline: 'Underline', note: 'Text' }[annotation.type]),
    Rect: context.obj([...frame]),
    C: context.obj(color),
    F: context.obj(PRINT_FLAG),
    NM: PDFHexString.fromText(annotation.id),
    T: PDFHexString.fromText(author),
    Contents: PDFHexString.fromText(annotation.comment),
    CreationDate: PDFHexString.fromText(pdfDate(annotation.createdAt)),
    M: PDFHexString.fromText(pdfDate(annotation.updatedAt)),
    P: page.ref,
    AP: context.obj({ N: appearance(pdf, annotation, frame, color) }),
  };
  if (annotation.type === 'note') {
    entries.Name = PDFName.of('Comment');
  } else {
    entries.QuadPoints = context.obj(annotation.rects.flatMap((rect) => [...quadPoints(rect)]));
    if (annotation.quote !== '') entries.Subj = PDFHexString.fromText(annotation.quote.slice(0, 500));
  }
  const dict = PDFDict.withContext(context);
  for (const [name, value] of Object.entries(entries)) dict.set(PDFName.of(name), value);
  const ref = context.register(dict);
  appendToPage(page, ref);
  if (annotation.comment !== '') addPopup(pdf, page, dict, ref, frame);
}

/** The window in which viewers show the comment, beside the page's right edge and closed at first. */
function addPopup(pdf: PDFDocument, page: PDFPage, parent: PDFDict, parentRef: PDFRef, frame: PdfRect): void {
  const right = page.getMediaBox().x + page.getMediaBox().width;
  const popup = pdf.context.obj({
    Type: 'Annot',
    Subtype: 'Popup',
    Rect: [right - 220, Math.max(0, frame[3] - 120), right - 20, frame[3]],
    Parent: parentRef,
    Open: false,
    F: PRINT_FLAG,
  });
  const ref = pdf.context.register(popup);
  parent.set(PDFName.of('Popup'), ref);
  appendToPage(page, ref);
}

/** A page may share its list of annotations with another page or hold none, or something that is no list. */
function appendToPage(page: PDFPage, ref: PDFRef): void {
  const { context } = page.doc;
  const present = page.node.lookup(PDFName.of('Annots'));
  const list = present instanceof PDFArray ? present.asArray() : [];
  page.node.set(PDFName.of('Annots'), context.obj([...list, ref]));
}

/** A form XObject whose space is that of the page, so that rectangles can be written as they are. */
function appearance(
  pdf: PDFDocument,
  annotation: Annotation,
  frame: PdfRect,
  color: readonly number[],
): PDFRef {
  const { context } = pdf;
  const drawing = { highlight: drawHighlight, underline: drawUnderline, note: drawNote }[annotation.type];
  const multiply = annotation.type === 'highlight';
  const state = context.obj(
    multiply ? { Type: 'ExtGState', BM: 'Multiply', ca: HIGHLIGHT_OPACITY } : { Type: 'ExtGState', ca: 1 },
  );
  const stream = context.stream(['/G0 gs', ...drawing(annotation.rects, frame, color)].join('\n'), {
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [...frame],
    Resources: { ExtGState: { G0: state } },
    ...(multiply ? { Group: { S: 'Transparency', Type: 'Group' } } : {}),
  });
  return context.register(stream);
}

type Drawing = (rects: readonly PdfRect[], frame: PdfRect, color: readonly number[]) => readonly string[];

const drawHighlight: Drawing = (rects, _frame, color) => [
  `${numbers(color)} rg`,
  ...rects.map(([x1, y1, x2, y2]) => `${numbers([x1, y1, x2 - x1, y2 - y1])} re f`),
];

const drawUnderline: Drawing = (rects, _frame, color) => [
  `${numbers(color)} RG 1.2 w`,
  ...rects.map(([x1, y1, x2]) => `${numbers([x1, y1 + 0.6])} m ${numbers([x2, y1 + 0.6])} l S`),
];

/** A sheet with a folded corner and two lines of writing. */
const drawNote: Drawing = (_rects, [x1, y1, x2, y2], color) => {
  const at = (share: number): number => x1 + (x2 - x1) * share;
  const up = (share: number): number => y1 + (y2 - y1) * share;
  return [
    `${numbers(color)} rg 0.25 0.25 0.25 RG 0.8 w`,
    `${numbers([at(0.1), up(0.1)])} m ${numbers([at(0.65), up(0.1)])} l ${numbers([at(0.9), up(0.35)])} l`,
    `${numbers([at(0.9), up(0.9)])} l ${numbers([at(0.1), up(0.9)])} l b`,
    `${numbers([at(0.25), up(0.68)])} m ${numbers([at(0.75), up(0.68)])} l S`,
    `${numbers([at(0.25), up(0.5)])} m ${numbers([at(0.75), up(0.5)])} l S`,
  ];
};

function grow([x1, y1, x2, y2]: PdfRect, by: number): PdfRect {
  return [x1 - by, y1 - by, x2 + by, y2 + by];
}

function numbers(values: readonly number[]): string {
  return values.map((value) => String(Math.round(value * 1000) / 1000)).join(' ');
}

/** @param iso ISO 8601 UTC @returns a date of ISO 32000-1 7.9.4 */
function pdfDate(iso: string): string {
  return `D:${iso.slice(0, 19).replace(/[-:T]/g, '')}Z`;
}
