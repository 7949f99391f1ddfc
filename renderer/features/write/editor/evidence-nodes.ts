import { mergeAttributes, Node } from '@tiptap/core';
import { z } from 'zod';

/** Words the nodes show by themselves, in the language of the window. */
export interface EvidenceNodeOptions {
  readonly frozenAt: (iso: string) => string;
  readonly page: (label: string) => string;
}

const noWords: EvidenceNodeOptions = { frozenAt: (iso) => iso, page: (label) => label };

/** One attribute that travels as JSON, so that copy and paste inside a report keeps the block whole. */
function jsonAttributes(names: readonly string[]) {
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        default: null,
        parseHTML: (element: HTMLElement) => fromJson(element.getAttribute(`data-${name.toLowerCase()}`)),
        renderHTML: (attributes: Readonly<Record<string, unknown>>) => ({
          [`data-${name.toLowerCase()}`]: JSON.stringify(attributes[name]),
        }),
      },
    ]),
  );
}

function fromJson(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const TableView = z.object({
  caption: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  note: z.string(),
  frozenAt: z.string(),
});

/** A table frozen from an analysis: shown, not edited. */
export const AnalysisTableNode = Node.create<EvidenceNodeOptions>({
  name: 'analysisTable',
  group: 'block',
  atom: true,
  draggable: true,
  addOptions: () => noWords,
  addAttributes: () => jsonAttributes(['analysisId', 'caption', 'columns', 'rows', 'note', 'frozenAt']),
  parseHTML: () => [{ tag: 'div[data-analysisid]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes)],
  addNodeView() {
    const { frozenAt } = this.options;
    return ({ node }) => {
      const dom = element('figure', 'analysis-table');
      dom.contentEditable = 'false';
      const view = TableView.safeParse(node.attrs);
      if (!view.success) return { dom };
      const table = element('table');
      table.append(element('caption', '', view.data.caption), head(view.data.columns), body(view.data.rows));
      const note = [view.data.note, frozenAt(view.data.frozenAt)].filter((text) => text !== '').join(' ');
      dom.append(table, element('figcaption', '', note));
      return { dom };
    };
  },
});

function head(columns: readonly string[]): HTMLElement {
  const row = element('tr');
  for (const column of columns) {
    const cell = element('th', '', column);
    cell.setAttribute('scope', 'col');
    row.append(cell);
  }
  const section = element('thead');
  section.append(row);
  return section;
}

function body(rows: readonly (readonly string[])[]): HTMLElement {
  const section = element('tbody');
  for (const cells of rows) {
    const row = element('tr');
    cells.forEach((text, index) => {
      const cell = element(index === 0 ? 'th' : 'td', '', text);
      if (index === 0) cell.setAttribute('scope', 'row');
      row.append(cell);
    });
    section.append(row);
  }
  return section;
}

const QuoteView = z.object({ quote: z.string(), pageLabel: z.string() });

/** A quotation of an observation: its words are those of the record. */
export const EvidenceQuoteNode = Node.create<EvidenceNodeOptions>({
  name: 'evidenceQuote',
  group: 'block',
  atom: true,
  draggable: true,
  addOptions: () => noWords,
  addAttributes: () => jsonAttributes(['sourceKind', 'sourceId', 'itemId', 'pageLabel', 'quote']),
  parseHTML: () => [{ tag: 'blockquote[data-sourcekind]', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', mergeAttributes(HTMLAttributes)],
  addNodeView() {
    const { page } = this.options;
    return ({ node }) => {
      const dom = element('blockquote', 'evidence-quote');
      dom.contentEditable = 'false';
      const view = QuoteView.safeParse(node.attrs);
      if (!view.success) return { dom };
      dom.append(element('p', '', view.data.quote));
      if (view.data.pageLabel !== '') dom.append(element('footer', '', page(view.data.pageLabel)));
      return { dom };
    };
  },
});

const FigureView = z.object({
  caption: z.string(),
  alt: z.string(),
  pngBase64: z.string(),
  width: z.number(),
  height: z.number(),
});

/** A picture frozen from an analysis. */
export const FigureNode = Node.create({
  name: 'figure',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () =>
    jsonAttributes(['figureId', 'analysisId', 'caption', 'alt', 'pngBase64', 'width', 'height', 'frozenAt']),
  parseHTML: () => [{ tag: 'figure[data-figureid]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', mergeAttributes(HTMLAttributes)],
  addNodeView() {
    return ({ node }) => {
      const dom = element('figure', 'report-figure');
      dom.contentEditable = 'false';
      const view = FigureView.safeParse(node.attrs);
      if (!view.success) return { dom };
      const image = document.createElement('img');
      image.src = `data:image/png;base64,${view.data.pngBase64}`;
      image.alt = view.data.alt;
      image.width = view.data.width;
      image.height = view.data.height;
      dom.append(image, element('figcaption', '', view.data.caption));
      return { dom };
    };
  },
});

function element(tag: string, className = '', text = ''): HTMLElement {
  const created = document.createElement(tag);
  if (className !== '') created.className = className;
  if (text !== '') created.textContent = text;
  return created;
}
