import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '@shared/domain/annotation';
import type { PdfViewer } from '../../pdf';
import { toast } from '../../ui';
import { chooseAnnotation, choosePanel, sidePanels } from './store';

/**
 * Shows the place that the address names: an annotation, a quotation on a page, or a page.
 * @param search query of the address: `annotation` (id), `quote` (words), `page` (from 1), `panel` (side panel)
 */
export function useOpenAt(
  viewer: PdfViewer | undefined,
  pageCount: number,
  annotations: readonly Annotation[],
  ready: boolean,
  search: Readonly<Record<string, string>>,
): void {
  const { t } = useTranslation('reader');
  const shown = useRef<readonly [PdfViewer, Readonly<Record<string, string>>]>(undefined);
  useEffect(() => {
    if (!viewer || !ready) return;
    if (shown.current?.[0] === viewer && shown.current[1] === search) return;
    shown.current = [viewer, search];
    const panel = sidePanels.find((id) => id === search.panel);
    if (panel) choosePanel(panel);
    const annotation = annotations.find(({ id }) => id === search.annotation);
    if (annotation) {
      chooseAnnotation(annotation.id);
      void viewer.show(annotation.pageIndex, annotation.rects);
      return;
    }
    const page = pageNumber(search.page, pageCount);
    const { quote } = search;
    if (quote !== undefined && quote.trim() !== '') {
      void showQuote(viewer, quote, page ?? 0, t('anchor.quoteNotFound'));
    } else if (page !== undefined) void viewer.show(page, []);
  }, [annotations, pageCount, ready, search, t, viewer]);
}

async function showQuote(viewer: PdfViewer, quote: string, page: number, notFound: string): Promise<void> {
  const anchor = await viewer.anchor({ exact: quote, prefix: '', suffix: '' }, page);
  if (!anchor) {
    await viewer.show(page, []);
    toast({ text: notFound });
    return;
  }
  const { rects } = await viewer.describe(anchor);
  await viewer.show(anchor.pageIndex, rects);
}

/** @param text page from 1 @returns zero-based page inside the document, or undefined */
export function pageNumber(text: string | undefined, pageCount: number): number | undefined {
  const number = Number(text);
  if (text === undefined || !Number.isInteger(number) || number < 1) return undefined;
  return Math.min(number, pageCount) - 1;
}
