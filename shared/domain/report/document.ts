import { z } from 'zod';
import { CitationItem } from './citation';

/**
 * The document model of a report section: the subset of TipTap (ProseMirror) JSON that the editor produces and every
 * exporter understands. A report is a list of sections; the section heading is not part of its content.
 */

const Mark = z.discriminatedUnion('type', [
  z.object({ type: z.literal('bold') }),
  z.object({ type: z.literal('italic') }),
  z.object({ type: z.literal('underline') }),
  z.object({ type: z.literal('strike') }),
  z.object({ type: z.literal('link'), attrs: z.object({ href: z.string().max(2000) }) }),
  z.object({ type: z.literal('claim'), attrs: z.object({ claimId: z.string().min(1) }) }),
]);
export type Mark = z.infer<typeof Mark>;

const marks = z.array(Mark).exactOptional();

const TextNode = z.object({ type: z.literal('text'), text: z.string(), marks });
const HardBreak = z.object({ type: z.literal('hardBreak'), marks });
const Citation = z.object({
  type: z.literal('citation'),
  attrs: z.object({ citationId: z.string().min(1), items: z.array(CitationItem).min(1).max(50) }),
  marks,
});

export const InlineNode = z.discriminatedUnion('type', [TextNode, HardBreak, Citation]);
export type InlineNode = z.infer<typeof InlineNode>;

const inline = z.array(InlineNode).exactOptional();

const Paragraph = z.object({ type: z.literal('paragraph'), content: inline });
const Heading = z.object({
  type: z.literal('heading'),
  attrs: z.object({ level: z.union([z.literal(3), z.literal(4)]) }),
  content: inline,
});
const HorizontalRule = z.object({ type: z.literal('horizontalRule') });

/** A table frozen from an analysis at a stated time: what it says cannot change behind the writer's back. */
const AnalysisTable = z.object({
  type: z.literal('analysisTable'),
  attrs: z.object({
    analysisId: z.string().min(1),
    caption: z.string().max(500),
    columns: z.array(z.string()).min(1).max(12),
    rows: z.array(z.array(z.string())).max(200),
    note: z.string().max(2000),
    frozenAt: z.string(),
  }),
});

/** A picture frozen from an analysis. `alt` is required: it is what a reader without the picture gets. */
const Figure = z.object({
  type: z.literal('figure'),
  attrs: z.object({
    figureId: z.string().min(1),
    analysisId: z.string().nullable(),
    caption: z.string().max(500),
    alt: z.string().min(1).max(2000),
    pngBase64: z.string().max(2_000_000),
    width: z.number().int().positive(),
    height: z.number().int().positive(),
    frozenAt: z.string(),
  }),
});

/** A quotation taken from the library or the inquiry, with the place it came from. */
const EvidenceQuote = z.object({
  type: z.literal('evidenceQuote'),
  attrs: z.object({
    sourceKind: z.enum(['annotation', 'observation']),
    sourceId: z.string().min(1),
    itemId: z.string().nullable(),
    pageLabel: z.string().max(50),
    quote: z.string().min(1).max(10_000),
  }),
});

export type BlockNode =
  | z.infer<typeof Paragraph>
  | z.infer<typeof Heading>
  | z.infer<typeof HorizontalRule>
  | z.infer<typeof AnalysisTable>
  | z.infer<typeof Figure>
  | z.infer<typeof EvidenceQuote>
  | { type: 'blockquote'; content?: BlockNode[] }
  | { type: 'bulletList'; content?: ListItemNode[] }
  | { type: 'orderedList'; attrs?: { start: number }; content?: ListItemNode[] };

export interface ListItemNode {
  type: 'listItem';
  content?: BlockNode[];
}

const blocks = z.lazy(() => z.array(BlockNode)).exactOptional();
const ListItem: z.ZodType<ListItemNode> = z.object({ type: z.literal('listItem'), content: blocks });
const listItems = z.lazy(() => z.array(ListItem)).exactOptional();

export const BlockNode: z.ZodType<BlockNode> = z.union([
  Paragraph,
  Heading,
  HorizontalRule,
  AnalysisTable,
  Figure,
  EvidenceQuote,
  z.object({ type: z.literal('blockquote'), content: blocks }),
  z.object({ type: z.literal('bulletList'), content: listItems }),
  z.object({
    type: z.literal('orderedList'),
    attrs: z.object({ start: z.number().int() }).exactOptional(),
    content: listItems,
  }),
]);

/** The content of one section. */
export const ReportContent = z.object({ type: z.literal('doc'), content: z.array(BlockNode).default([]) });
export type ReportContent = z.infer<typeof ReportContent>;

/** What a section is for: written text, the title of the report, or the generated list of references. */
export const SectionKind = z.enum(['title', 'text', 'references']);
export type SectionKind = z.infer<typeof SectionKind>;

/** A section as stored and exported. */
export const ReportSection = z.object({
  id: z.string().min(1),
  key: z.string().min(1),
  kind: SectionKind,
  heading: z.string(),
  content: ReportContent,
});
export type ReportSection = Readonly<z.infer<typeof ReportSection>>;

/** A section without words, as the editor starts it. */
export const EMPTY_CONTENT: ReportContent = { type: 'doc', content: [{ type: 'paragraph' }] };

/**
 * Builds section content from plain paragraphs.
 * @param texts one string per paragraph; empty ones are left out
 */
export function paragraphs(texts: readonly string[]): ReportContent {
  const content = texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text): BlockNode => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
  return content.length === 0 ? EMPTY_CONTENT : { type: 'doc', content };
}
