import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import {
  isoOfPdfDate,
  quoteAt,
  readableQuote,
  type NativeAnnotation,
  type PdfRect,
} from '@shared/domain/annotation';
import { joinPageText } from '@shared/domain/pdf-metadata/page-text';
import type { TextItem } from './page-layout';

/** Numbers of ISO 32000 annotation types in pdf.js. */
const KINDS: Readonly<Record<number, NativeAnnotation['kind']>> = {
  1: 'note',
  3: 'note',
  9: 'highlight',
  10: 'underline',
  11: 'underline',
  12: 'underline',
};
/** A hostile or machine-made file could hold millions. */
const MAX_ANNOTATIONS = 5_000;

interface Found extends NativeAnnotation {
  readonly id: string;
  readonly answers: string;
}

/**
 * Annotations that people made in other programs: highlights, underlines, sticky notes and typed comments. Links, form fields and
 * drawings are left where they are.
 * @param document an opened PDF
 * @param labels printed page labels, null without
 * @param tags of annotations, by their name in pdf.js
 */
export async function nativeAnnotations(
  document: PDFDocumentProxy,
  labels: readonly string[] | null,
  tags: ReadonlyMap<string, readonly string[]>,
): Promise<readonly NativeAnnotation[]> {
  const found: Found[] = [];
  for (let pageIndex = 0; pageIndex < document.numPages && found.length < MAX_ANNOTATIONS; pageIndex += 1) {
    const page = await document.getPage(pageIndex + 1);
    try {
      const entries = await page.getAnnotations({ intent: 'display' });
      const wanted = entries.flatMap((entry: unknown) => markOf(entry) ?? []);
      if (wanted.length > 0) found.push(...(await withText(page, pageIndex, labels, wanted)));
    } catch {
      // A page that cannot be read costs its own annotations.
    } finally {
      page.cleanup();
    }
  }
  return found
    .filter((annotation) => !found.some((other) => other.id === annotation.answers && other !== annotation))
    .map(({ id, answers: _answers, ...annotation }) => ({
      ...annotation,
      ...(tags.has(id) ? { tags: tags.get(id) ?? [] } : {}),
      replies: found
        .filter((other) => other.answers === id && other.comment !== '')
        .map(({ author, comment }) => ({ author, comment })),
    }));
}

interface Mark {
  readonly id: string;
  readonly answers: string;
  readonly kind: NativeAnnotation['kind'];
  readonly rects: readonly PdfRect[];
  readonly color: string;
  readonly comment: string;
  readonly author: string;
  readonly createdAt: string;
}

function markOf(entry: unknown): Mark | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(entry));
  const kind = KINDS[Number(fields.get('annotationType'))];
  const rect = numbers(fields.get('rect'));
  if (kind === undefined || rect.length !== 4) return undefined;
  const comment = text(fields.get('contentsObj'));
  // A typed comment without words, or an empty sticky note, says nothing.
  if (kind === 'note' && comment === '') return undefined;
  return {
    id: plain(fields.get('id')),
    answers: plain(fields.get('inReplyTo')),
    kind,
    rects: kind === 'note' ? [noteRect(rect)] : quads(numbers(fields.get('quadPoints')), rect),
    color: hex(numbers(fields.get('color'))),
    comment,
    author: text(fields.get('titleObj')),
    createdAt:
      isoOfPdfDate(plain(fields.get('creationDate'))) || isoOfPdfDate(plain(fields.get('modificationDate'))),
  };
}

function numbers(value: unknown): readonly number[] {
  if (Array.isArray(value)) return value.map(Number);
  return value instanceof Float32Array || value instanceof Uint8ClampedArray ? [...value] : [];
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Carriage returns end lines in PDFs. */
function text(value: unknown): string {
  const inner: unknown = typeof value === 'object' && value !== null && 'str' in value ? value.str : '';
  return typeof inner === 'string' ? inner.replace(/\r\n?/g, '\n').trim() : '';
}

function hex(color: readonly number[]): string {
  return color.length === 3 ? `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}` : '';
}

/** A sticky note is drawn as an icon at one point, whatever the size of its box. */
function noteRect([left = 0, bottom = 0, right = 0, top = 0]: readonly number[]): PdfRect {
  return [left, top - Math.min(20, top - bottom), left + Math.min(20, right - left), top];
}

function quads(points: readonly number[], rect: readonly number[]): readonly PdfRect[] {
  const rects: PdfRect[] = [];
  for (let at = 0; at + 8 <= points.length; at += 8) {
    const xs = [0, 2, 4, 6].map((step) => points[at + step] ?? 0);
    const ys = [1, 3, 5, 7].map((step) => points[at + step] ?? 0);
    rects.push([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
  }
  const [left = 0, bottom = 0, right = 0, top = 0] = rect;
  return rects.length > 0 ? rects : [[left, bottom, right, top]];
}

async function withText(
  page: PDFPageProxy,
  pageIndex: number,
  labels: readonly string[] | null,
  marks: readonly Mark[],
): Promise<readonly Found[]> {
  const content = await page.getTextContent({ includeMarkedContent: false });
  const items = content.items.filter((item): item is TextItem => 'str' in item);
  const [, bottom = 0, , top = 0] = page.view;
  const pageText = joinPageText(items.map((item) => ({ text: item.str, endsLine: item.hasEOL })));
  return marks.map((mark) => {
    const raw = mark.kind === 'note' ? '' : coveredText(items, mark.rects);
    const start = raw === '' ? 0 : Math.max(0, pageText.indexOf(raw));
    const isFound = raw !== '' && pageText.startsWith(raw, start);
    const { prefix, suffix } = isFound
      ? quoteAt(pageText, start, start + raw.length)
      : { prefix: '', suffix: '' };
    return {
      ...mark,
      pageIndex,
      pageLabel: labels?.[pageIndex] ?? String(pageIndex + 1),
      pageHeight: top - bottom,
      quote: readableQuote(raw),
      prefix,
      suffix,
      start,
      end: isFound ? start + raw.length : start,
      replies: [],
    };
  });
}

/** Words whose middle lies in one of the boxes. Letters are taken to be equally wide within a run, which is near enough for words. */
function coveredText(items: readonly TextItem[], rects: readonly PdfRect[]): string {
  const parts: { text: string; endsLine: boolean }[] = [];
  for (const item of items) {
    const covered = coveredPart(item, rects);
    if (covered !== '')
      parts.push({ text: covered, endsLine: item.hasEOL && item.str.trimEnd().endsWith(covered.trimEnd()) });
    else if (parts.length > 0 && item.hasEOL) {
      const last = parts.at(-1);
      if (last !== undefined) last.endsLine = true;
    }
  }
  return joinPageText(parts).trim();
}

function coveredPart(item: TextItem, rects: readonly PdfRect[]): string {
  if (item.str === '') return '';
  const matrix: readonly unknown[] = item.transform;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = matrix.map(Number);
  const along = Math.hypot(a, b) || 1;
  const height = Math.hypot(c, d);
  const perLetter = item.width / item.str.length;
  const isCovered = (from: number, to: number): boolean => {
    const distance = ((from + to) / 2) * perLetter;
    const x = e + (a / along) * distance + (c / (height || 1)) * height * 0.3;
    const y = f + (b / along) * distance + (d / (height || 1)) * height * 0.3;
    return rects.some(([left, bottom, right, top]) => x >= left && x <= right && y >= bottom && y <= top);
  };
  if (item.str.trim() === '') return isCovered(0, item.str.length) ? item.str : '';
  const words = [...item.str.matchAll(/\S+/g)].filter(({ 0: word, index }) =>
    isCovered(index, index + word.length),
  );
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return '';
  const end = last.index + last[0].length;
  const isWhole = end === item.str.trimEnd().length;
  return item.str.slice(first.index, isWhole ? item.str.length : end);
}
