import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { PdfDestination } from './link-layer';

/** An entry of the document's table of contents. */
export interface OutlineEntry {
  readonly id: string;
  readonly title: string;
  readonly destination: PdfDestination | undefined;
  readonly children: readonly OutlineEntry[];
}

type RawEntry = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];

/** Deepest level that is shown; a broken file may nest without end. */
const DEEPEST = 12;

/**
 * Reads the table of contents that the PDF carries.
 * @returns entries, or an empty list when the PDF has none
 */
export async function readOutline(pdf: PDFDocumentProxy): Promise<readonly OutlineEntry[]> {
  // pdf.js answers null when there is no outline, though its types do not say so.
  const raw: unknown = await pdf.getOutline();
  return Array.isArray(raw) ? raw.map((entry: RawEntry, i) => toEntry(entry, String(i), 1)) : [];
}

function toEntry(raw: RawEntry, id: string, depth: number): OutlineEntry {
  const children: readonly RawEntry[] = depth < DEEPEST ? raw.items : [];
  return {
    id,
    title: raw.title.replace(/\s+/g, ' ').trim(),
    destination: raw.dest ?? undefined,
    children: children.map((child, i) => toEntry(child, `${id}.${String(i)}`, depth + 1)),
  };
}

/**
 * Resolves a destination to a place.
 * @param pdf the document
 * @param destination a name, or the explicit array (page reference, kind, coordinates)
 * @returns page and, where given, the upper edge in PDF points; undefined when it leads nowhere
 */
export async function resolveDestination(
  pdf: PDFDocumentProxy,
  destination: PdfDestination,
): Promise<{ readonly pageIndex: number; readonly top: number | undefined } | undefined> {
  const explicit: unknown =
    typeof destination === 'string' ? await pdf.getDestination(destination) : destination;
  if (!Array.isArray(explicit)) return undefined;
  const parts: readonly unknown[] = explicit;
  const [target, kind, first, second] = parts;
  const pageIndex = await targetPage(pdf, target);
  if (pageIndex === undefined || pageIndex < 0 || pageIndex >= pdf.numPages) return undefined;
  return { pageIndex, top: upperEdge(kind, first, second) };
}

async function targetPage(pdf: PDFDocumentProxy, target: unknown): Promise<number | undefined> {
  if (typeof target === 'number' && Number.isInteger(target)) return target;
  if (!isRef(target)) return undefined;
  return pdf.getPageIndex(target).catch(() => undefined);
}

function isRef(value: unknown): value is { readonly num: number; readonly gen: number } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'num' in value &&
    typeof value.num === 'number' &&
    'gen' in value &&
    typeof value.gen === 'number'
  );
}

/** XYZ gives left and top, FitH and FitBH give top; the other kinds mean the whole page. */
function upperEdge(kind: unknown, first: unknown, second: unknown): number | undefined {
  const name = typeof kind === 'object' && kind !== null && 'name' in kind ? kind.name : undefined;
  if (name === 'XYZ') return typeof second === 'number' ? second : undefined;
  if (name === 'FitH' || name === 'FitBH') return typeof first === 'number' ? first : undefined;
  return undefined;
}
