import type { PdfRect } from '@shared/domain/annotation';
import type { PDFPageProxy } from 'pdfjs-dist';
import type { PageViewport } from 'pdfjs-dist/types/src/display/page_viewport';
import { z } from 'zod';
import { placeOnPage } from './marks-layer';
import styles from './pdf-viewer.module.css';

/** A destination inside the document: a name, or the explicit array of ISO 32000 12.3.2. */
export type PdfDestination = string | readonly unknown[];

/** What a click on a link of the page does. */
export interface LinkActions {
  readonly goTo: (destination: PdfDestination) => void;
  /** Only http, https and mailto addresses arrive here. */
  readonly openExternal: (url: string) => void;
  readonly internalLabel: string;
}

/** pdf.js types annotations as `any`; this reads the parts of a link that we use. */
const linkAnnotation = z.object({
  subtype: z.literal('Link'),
  rect: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  url: z.string().optional(),
  dest: z.union([z.string(), z.array(z.unknown())]).nullish(),
});

/**
 * Draws the links of a page as focusable elements above its text.
 * @param layer element that covers the page
 * @param page the page
 * @param viewport any viewport of the page
 * @param actions what links do
 */
export async function drawLinks(
  layer: HTMLElement,
  page: PDFPageProxy,
  viewport: PageViewport,
  actions: LinkActions,
): Promise<void> {
  const annotations: readonly unknown[] = await page.getAnnotations({ intent: 'display' });
  const links = annotations.flatMap((annotation) => {
    const parsed = linkAnnotation.safeParse(annotation);
    const link = parsed.success ? linkElement(parsed.data, actions) : undefined;
    if (!link || !parsed.success) return [];
    placeOnPage(link, orderedRect(parsed.data.rect), viewport);
    return [link];
  });
  layer.replaceChildren(...links);
}

function linkElement(data: z.infer<typeof linkAnnotation>, actions: LinkActions): HTMLElement | undefined {
  const { url, dest } = data;
  if (url !== undefined && /^(?:https?|mailto):/i.test(url)) {
    const link = anchor(url, url);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      actions.openExternal(url);
    });
    return link;
  }
  if (dest === undefined || dest === null) return undefined;
  const link = anchor('#', actions.internalLabel);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    actions.goTo(dest);
  });
  return link;
}

function anchor(href: string, label: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.className = styles.link ?? '';
  link.title = label;
  link.setAttribute('aria-label', label);
  link.draggable = false;
  return link;
}

function orderedRect([x1, y1, x2, y2]: readonly [number, number, number, number]): PdfRect {
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}
