import { TextLayer, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist';
import { buildPageText, type PageText, type TextRun } from './page-text';

/** What the text layer of a page is built from, with the text made of it. */
export interface LoadedText {
  readonly content: Awaited<ReturnType<PDFPageProxy['getTextContent']>>;
  readonly pageText: PageText;
}

/** Pages whose text is kept; a find over a long book reads each page once more instead of holding all of them. */
const MOST_TEXTS = 60;
/** Any size does, only ratios are used; a large one loses least to rounding. */
const MEASURE_SIZE = 100;

/** Reads pages and their texts, and keeps the recent ones. */
export class PageStore {
  readonly #pdf: PDFDocumentProxy;
  readonly #texts = new Map<number, Promise<LoadedText>>();
  readonly #context: CanvasRenderingContext2D | null = document.createElement('canvas').getContext('2d');

  constructor(pdf: PDFDocumentProxy) {
    this.#pdf = pdf;
  }

  /** @param pageIndex zero-based */
  page(pageIndex: number): Promise<PDFPageProxy> {
    return this.#pdf.getPage(pageIndex + 1);
  }

  /** @param pageIndex zero-based */
  text(pageIndex: number): Promise<LoadedText> {
    const known = this.#texts.get(pageIndex);
    this.#texts.delete(pageIndex);
    const text = known ?? this.#readText(pageIndex);
    this.#texts.set(pageIndex, text);
    const oldest = this.#texts.keys().next();
    if (this.#texts.size > MOST_TEXTS && oldest.done !== true) this.#texts.delete(oldest.value);
    // A failed read is not remembered: the next call tries again.
    text.catch(() => this.#texts.delete(pageIndex));
    return text;
  }

  async #readText(pageIndex: number): Promise<LoadedText> {
    const page = await this.page(pageIndex);
    const content = await page.getTextContent();
    const runs: TextRun[] = [];
    for (const item of content.items) {
      if (!('str' in item)) continue;
      const style = content.styles[item.fontName];
      const family = style?.fontFamily ?? 'sans-serif';
      runs.push({
        str: item.str,
        dir: item.dir,
        transform: item.transform.map(Number),
        width: item.width,
        height: item.height,
        hasEOL: item.hasEOL,
        ascent: style?.ascent ?? 0,
        descent: style?.descent ?? 0,
        fontFamily: layerFamily(family),
        vertical: style?.vertical ?? false,
      });
    }
    return { content, pageText: buildPageText(runs, (text, family) => this.#measure(text, family)) };
  }

  #measure(text: string, family: string): number {
    if (!this.#context) return text.length;
    const font = `${String(MEASURE_SIZE)}px ${family}`;
    if (this.#context.font !== font) this.#context.font = font;
    return this.#context.measureText(text).width;
  }
}

/** The font that the text layer puts in place of the PDF's own; widths must be measured in the same. */
function layerFamily(family: string): string {
  const families: unknown = TextLayer.fontFamilyMap;
  const found: unknown = families instanceof Map ? families.get(family) : undefined;
  return typeof found === 'string' ? found : family;
}
