import type { PDFPageProxy } from 'pdfjs-dist';
import { joinPageText } from '@shared/domain/pdf-metadata/page-text';
import type { PdfPageLayout, PdfTextItem } from '@shared/domain/pdf-metadata/types';

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;
export type TextItem = Extract<TextContent['items'][number], { str: string }>;

/** A page as pdf.js gives it. */
export interface RawPage {
  readonly items: readonly TextItem[];
  readonly styles: Readonly<Record<string, { readonly fontFamily: string }>>;
  readonly page: PDFPageProxy;
}

/** Text of a page in the file's order. @param items runs of the page */
export function plainText(items: readonly TextItem[]): string {
  return joinPageText(items.map((item) => ({ text: item.str, endsLine: item.hasEOL })));
}

interface FontFacts {
  readonly name: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** Real font names; known to pdf.js only once the page's drawing operations were read. */
async function fontFacts(raw: RawPage): Promise<Map<string, FontFacts>> {
  const facts = new Map<string, FontFacts>();
  try {
    await raw.page.getOperatorList();
  } catch {
    return facts; // A broken picture or pattern costs the font names, not the text.
  }
  for (const key of Object.keys(raw.styles)) {
    if (!raw.page.commonObjs.has(key)) continue;
    const font: unknown = raw.page.commonObjs.get(key);
    if (typeof font !== 'object' || font === null) continue;
    const name = 'name' in font && typeof font.name === 'string' ? font.name : key;
    const flag = (property: 'bold' | 'black' | 'italic') =>
      property in font && Reflect.get(font, property) === true;
    facts.set(key, {
      name: name.replace(/^[A-Z]{6}\+/, ''),
      bold: flag('bold') || flag('black') || /bold|black|heavy|semibold|-bd\b|\.b$/i.test(name),
      italic: flag('italic') || /ital|obli|slant/i.test(name),
    });
  }
  return facts;
}

/** Width of an average letter, in ems; what is far from it shows that the size of a font is not to be trusted. */
const LETTER_WIDTH = 0.48;

/**
 * Factors that put sizes right: Type 3 fonts (bitmaps of old TeX files) may claim any size, so theirs is taken from
 * the width of their letters.
 */
function sizeFactors(items: readonly TextItem[]): ReadonlyMap<string, number> {
  const sums = new Map<string, { width: number; claimed: number }>();
  for (const item of items) {
    const sum = sums.get(item.fontName) ?? { width: 0, claimed: 0 };
    const matrix: readonly unknown[] = item.transform;
    const size = Math.hypot(Number(matrix[2]), Number(matrix[3]));
    sum.width += item.width;
    sum.claimed += size * item.str.length * LETTER_WIDTH;
    sums.set(item.fontName, sum);
  }
  const factors = new Map<string, number>();
  for (const [font, { width, claimed }] of sums) {
    const factor = claimed === 0 ? 1 : width / claimed;
    factors.set(font, factor < 0.3 || factor > 3 ? factor : 1);
  }
  return factors;
}

/**
 * The upright runs of a page with place, size and font.
 * @param raw page as pdf.js gives it
 * @param pageIndex zero-based
 * @param label printed page label
 */
export async function layoutOf(
  raw: RawPage,
  pageIndex: number,
  label: string | null,
): Promise<PdfPageLayout> {
  const viewport = raw.page.getViewport({ scale: 1 });
  const fonts = await fontFacts(raw);
  const factors = sizeFactors(raw.items.filter((item) => item.str.trim().length > 1));
  const [va, vb, vc, vd, ve, vf] = viewport.transform;
  const items: PdfTextItem[] = [];
  for (const item of raw.items) {
    if (item.str.trim() === '') continue;
    const matrix: readonly unknown[] = item.transform;
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = matrix.map(Number);
    // To the page as it is shown (rotation applied), then y upwards again.
    const rightX = (va ?? 1) * a + (vc ?? 0) * b;
    const rightY = (vb ?? 0) * a + (vd ?? 1) * b;
    if (rightX <= 0 || Math.abs(rightY) > 0.15 * rightX) continue; // a margin stamp set sideways
    const size = Math.hypot(c, d) * (factors.get(item.fontName) ?? 1);
    if (size < 1) continue;
    const font = fonts.get(item.fontName);
    items.push({
      text: item.str,
      x: (va ?? 1) * e + (vc ?? 0) * f + (ve ?? 0),
      y: viewport.height - ((vb ?? 0) * e + (vd ?? 1) * f + (vf ?? 0)),
      width: item.width,
      size: Math.round(size * 100) / 100,
      // All Type 3 fonts have one name; the key tells them apart.
      font: font === undefined || font.name === 'Type3' ? item.fontName : font.name,
      bold: font?.bold ?? false,
      italic: font?.italic ?? false,
    });
  }
  return {
    pageIndex,
    label,
    text: plainText(raw.items),
    width: viewport.width,
    height: viewport.height,
    items,
  };
}
