import type { PageViewport } from 'pdfjs-dist/types/src/display/page_viewport';

// pdf.js types these values as `any`; here they get the types they have.

/** @returns the point of a page in the units of the viewport */
export function toViewPoint(viewport: PageViewport, x: number, y: number): readonly [number, number] {
  return pair(viewport.convertToViewportPoint(x, y));
}

/** @returns a point of the viewport in PDF points */
export function toPdfPoint(viewport: PageViewport, x: number, y: number): readonly [number, number] {
  return pair(viewport.convertToPdfPoint(x, y));
}

function pair(value: unknown): readonly [number, number] {
  return Array.isArray(value) ? [Number(value[0]), Number(value[1])] : [0, 0];
}
