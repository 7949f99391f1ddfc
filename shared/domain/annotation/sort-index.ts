import { boundingRect, type PdfRect } from './rects';

/**
 * A text key that sorts annotations in reading order: `page|offset|top`, each part zero-filled
 * (`00003|001250|00310`), the form that other readers use.
 * @param pageIndex zero-based page
 * @param offset where the quotation starts in the text of the page, in characters; 0 when there is no text
 * @param rects boxes of the annotation in PDF points
 * @param pageHeight height of the page in PDF points, so that the third part counts from the top
 */
export function sortIndex(
  pageIndex: number,
  offset: number,
  rects: readonly PdfRect[],
  pageHeight: number,
): string {
  const top = rects.length > 0 ? pageHeight - boundingRect(rects)[3] : 0;
  return [fill(pageIndex, 5), fill(offset, 6), fill(top, 5)].join('|');
}

function fill(value: number, width: number): string {
  const whole = Math.min(10 ** width - 1, Math.max(0, Math.floor(value)));
  return String(whole).padStart(width, '0');
}
