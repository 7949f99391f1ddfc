import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import type { BlockNode, ListItemNode } from '@shared/domain/report/document';
import {
  citationTexts,
  references,
  referencesHeading,
  writtenSections,
  type ReportExport,
} from '@shared/domain/report/export-model';
import type { EvidenceEntry } from '@shared/domain/report/evidence';
import { isEmptyContent } from '@shared/domain/report/walk';
import {
  claimAnchor,
  evidenceAnchor,
  inlineChildren,
  runChildren,
  xmlText,
  type DocxContext,
} from './docx-inline';
import { BULLETS, DOCX_STYLE, numberingFrom, reportNumbering, reportStyles } from './docx-styles';

/** Where a paragraph stands: inside lists and quotations it takes on their look. */
interface Place {
  readonly list?: { readonly reference: string; readonly instance: number; readonly level: number };
  readonly quoted?: boolean;
}

/**
 * Writes a report as a Word document with real styles: Title, Heading 1-3, Caption, Quote, Bibliography; header rows
 * of tables repeat, pictures carry alternative text, claims are bookmarks that link to the evidence at the end.
 * @param report the export in hand
 * @returns bytes of the .docx file
 */
export async function reportToDocx(report: ReportExport): Promise<Uint8Array> {
  const numbers = new Map(report.trail.map((claim) => [claim.claimId, claim.number]));
  const context: DocxContext = {
    labels: report.labels,
    nextCitation: citationTexts(report),
    claimNumber: (claimId) => numbers.get(claimId),
    anchored: new Set(),
    counters: { table: 0, figure: 0, list: 0 },
  };
  const children: FileChild[] = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(xmlText(report.title))] }),
    new Paragraph({ style: DOCX_STYLE.byline, children: [new TextRun(xmlText(byline(report)))] }),
    ...writtenSections(report)
      .filter((section) => !isEmptyContent(section.content))
      .flatMap((section) => [heading(section.heading), ...blocks(section.content.content, context, {})]),
    ...referenceList(report),
    ...evidenceTrail(report),
  ];
  const document = new Document({
    title: xmlText(report.title),
    creator: xmlText(report.authors.join(', ')),
    description: report.labels.madeWith,
    styles: reportStyles(report.language, report.formatted.hangingIndent),
    numbering: reportNumbering(
      writtenSections(report).flatMap((section) => listStarts(section.content.content)),
    ),
    sections: [{ properties: {}, footers: { default: pageNumberFooter() }, children }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** A run from options only: the constructor also takes a plain string, whose old `bold` and `italics` would be meant. */
function styled(options: IRunOptions): TextRun {
  return new TextRun(options);
}

function byline(report: ReportExport): string {
  return [...report.authors, report.date.slice(0, 10)].filter((word) => word !== '').join(' · ');
}

function heading(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(xmlText(text))] });
}

function pageNumberFooter(): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: 18 })],
      }),
    ],
  });
}

function blocks(nodes: readonly BlockNode[], context: DocxContext, place: Place): FileChild[] {
  return nodes.flatMap((node) => block(node, context, place));
}

function block(node: BlockNode, context: DocxContext, place: Place): FileChild[] {
  switch (node.type) {
    case 'paragraph':
      return [new Paragraph({ ...placed(place), children: inlineChildren(node.content ?? [], context) })];
    case 'heading':
      return [
        new Paragraph({
          heading: node.attrs.level === 3 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
          children: inlineChildren(node.content ?? [], context),
        }),
      ];
    case 'horizontalRule':
      return [new Paragraph({ thematicBreak: true })];
    case 'blockquote':
      return blocks(node.content ?? [], context, { ...place, quoted: true });
    case 'bulletList':
      return list(node.content ?? [], BULLETS, context, place);
    case 'orderedList':
      return list(node.content ?? [], numberingFrom(node.attrs?.start ?? 1), context, place);
    case 'analysisTable':
      return table(node.attrs, context);
    case 'figure':
      return figure(node.attrs, context);
    case 'evidenceQuote': {
      const page = node.attrs.pageLabel === '' ? '' : ` (${context.labels.page} ${node.attrs.pageLabel})`;
      return [
        new Paragraph({ style: DOCX_STYLE.quote, children: [new TextRun(xmlText(node.attrs.quote + page))] }),
      ];
    }
  }
}

function placed(place: Place): IParagraphOptions {
  return {
    ...(place.quoted === true ? { style: DOCX_STYLE.quote } : {}),
    ...(place.list === undefined ? {} : { numbering: place.list }),
  };
}

function list(
  items: readonly ListItemNode[],
  reference: string,
  context: DocxContext,
  place: Place,
): FileChild[] {
  context.counters.list += 1;
  const numbering = {
    reference,
    instance: context.counters.list,
    level: Math.min((place.list?.level ?? -1) + 1, 3),
  };
  return items.flatMap((item) => {
    const [first, ...rest] = item.content ?? [];
    return [
      ...(first === undefined ? [] : block(first, context, { ...place, list: numbering })),
      // Further paragraphs of an item stand under it without a number of their own; nested lists keep counting levels.
      ...rest.flatMap((node) =>
        block(
          node,
          context,
          node.type === 'paragraph' ? { quoted: place.quoted ?? false } : { ...place, list: numbering },
        ),
      ),
    ];
  });
}

function listStarts(nodes: readonly BlockNode[]): number[] {
  return nodes.flatMap((node) => {
    if (node.type === 'blockquote') return listStarts(node.content ?? []);
    if (node.type !== 'bulletList' && node.type !== 'orderedList') return [];
    const own = node.type === 'orderedList' ? [node.attrs?.start ?? 1] : [];
    return [...own, ...(node.content ?? []).flatMap((item) => listStarts(item.content ?? []))];
  });
}

function table(
  attrs: Extract<BlockNode, { type: 'analysisTable' }>['attrs'],
  context: DocxContext,
): FileChild[] {
  context.counters.table += 1;
  const caption = `${context.labels.table} ${String(context.counters.table)}. ${attrs.caption}`;
  const note = [attrs.note, `${context.labels.frozenAt} ${attrs.frozenAt.slice(0, 10)}`]
    .filter((text) => text !== '')
    .join(' ');
  const cell = (text: string, bold: boolean): TableCell =>
    new TableCell({
      children: [
        new Paragraph({ spacing: { after: 40 }, children: [styled({ text: xmlText(text), bold })] }),
      ],
    });
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const rule = { style: BorderStyle.SINGLE, size: 4, color: '8A8275' };
  return [
    new Paragraph({ style: DOCX_STYLE.caption, keepNext: true, children: [new TextRun(xmlText(caption))] }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      borders: {
        top: rule,
        bottom: rule,
        left: none,
        right: none,
        insideHorizontal: rule,
        insideVertical: none,
      },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: attrs.columns.map((text) => cell(text, true)),
        }),
        ...attrs.rows.map(
          (row) =>
            new TableRow({
              cantSplit: true,
              children: attrs.columns.map((_, index) => cell(row[index] ?? '', false)),
            }),
        ),
      ],
    }),
    new Paragraph({ style: DOCX_STYLE.note, children: [new TextRun(xmlText(note))] }),
  ];
}

const TEXT_WIDTH_PX = 600;

function figure(attrs: Extract<BlockNode, { type: 'figure' }>['attrs'], context: DocxContext): FileChild[] {
  context.counters.figure += 1;
  const scale = Math.min(1, TEXT_WIDTH_PX / attrs.width);
  const caption = `${context.labels.figure} ${String(context.counters.figure)}. ${attrs.caption}`;
  return [
    new Paragraph({
      keepNext: true,
      children: [
        new ImageRun({
          type: 'png',
          data: Buffer.from(attrs.pngBase64, 'base64'),
          transformation: {
            width: Math.round(attrs.width * scale),
            height: Math.round(attrs.height * scale),
          },
          altText: {
            name: `figure-${String(context.counters.figure)}`,
            title: xmlText(attrs.caption),
            description: xmlText(attrs.alt),
          },
        }),
      ],
    }),
    new Paragraph({ style: DOCX_STYLE.caption, children: [new TextRun(xmlText(caption))] }),
  ];
}

function referenceList(report: ReportExport): FileChild[] {
  const entries = references(report);
  if (entries.length === 0) return [];
  return [
    heading(referencesHeading(report)),
    ...entries.map(
      (entry) => new Paragraph({ style: DOCX_STYLE.bibliography, children: runChildren(entry.runs) }),
    ),
  ];
}

function evidenceTrail(report: ReportExport): FileChild[] {
  if (report.trail.length === 0) return [];
  const { labels } = report;
  return [
    heading(labels.evidenceTrail),
    new Paragraph({ children: [new TextRun(labels.evidenceIntro)] }),
    ...report.trail.flatMap((claim) => [
      new Paragraph({
        keepNext: true,
        spacing: { before: 240 },
        children: [
          new Bookmark({
            id: evidenceAnchor(claim.number),
            children: [styled({ text: `E${String(claim.number)}. ${xmlText(claim.text)} `, bold: true })],
          }),
          new InternalHyperlink({
            anchor: claimAnchor(claim.number),
            children: [new TextRun({ text: '↑', style: 'Hyperlink' })],
          }),
        ],
      }),
      ...(claim.entries.length === 0
        ? [new Paragraph({ children: [styled({ text: labels.noEvidence, italics: true })] })]
        : claim.entries.flatMap((entry) => evidenceEntry(entry, labels))),
    ]),
  ];
}

function evidenceEntry(entry: EvidenceEntry, labels: ReportExport['labels']): Paragraph[] {
  const page = entry.pageLabel === '' ? '' : `, ${labels.page} ${entry.pageLabel}`;
  const line = (text: string, style?: string): Paragraph[] =>
    text === ''
      ? []
      : [
          new Paragraph({
            ...(style === undefined ? {} : { style }),
            children: [new TextRun(xmlText(text))],
          }),
        ];
  return [
    new Paragraph({
      keepNext: entry.quote !== '' || entry.statement !== '',
      children: [
        styled({ text: `${labels.kinds[entry.kind]}: `, italics: true }),
        new TextRun(xmlText(entry.source + page)),
      ],
    }),
    ...line(entry.quote, DOCX_STYLE.quote),
    ...line(entry.statement),
    ...(entry.missing ? line(labels.evidenceGone) : []),
  ];
}
