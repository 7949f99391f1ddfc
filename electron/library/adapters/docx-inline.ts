import {
  Bookmark,
  ExternalHyperlink,
  InternalHyperlink,
  TextRun,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import type { RichRun } from '@shared/domain/report/citation';
import type { InlineNode, Mark } from '@shared/domain/report/document';
import { safeHref, type ExportLabels } from '@shared/domain/report/export-model';
import { groupByClaim } from '@shared/domain/report/walk';

/** State of one walk through a report while its Word document is written. */
export interface DocxContext {
  readonly labels: ExportLabels;
  readonly nextCitation: () => readonly RichRun[];
  readonly claimNumber: (claimId: string) => number | undefined;
  /** Claims that already have a bookmark: a name may stand only once in a document. */
  readonly anchored: Set<string>;
  readonly counters: { table: number; figure: number; list: number };
}

/** @param number number of the claim; @returns the bookmark at the claim in the text */
export const claimAnchor = (number: number): string => `claim_${String(number)}`;
/** @param number number of the claim; @returns the bookmark at its evidence */
export const evidenceAnchor = (number: number): string => `evidence_${String(number)}`;

/** @param nodes inline content; @returns Word runs, links and bookmarks */
export function inlineChildren(nodes: readonly InlineNode[], context: DocxContext): ParagraphChild[] {
  return groupByClaim(nodes).flatMap((group) => {
    const runs = group.nodes.flatMap((node) => nodeChildren(node, context));
    const number = group.claimId === null ? undefined : context.claimNumber(group.claimId);
    if (group.claimId === null || number === undefined) return runs;
    const first = !context.anchored.has(group.claimId);
    context.anchored.add(group.claimId);
    const link = new InternalHyperlink({
      anchor: evidenceAnchor(number),
      children: [new TextRun({ text: `[E${String(number)}]`, style: 'Hyperlink', superScript: true })],
    });
    return first ? [new Bookmark({ id: claimAnchor(number), children: runs }), link] : [...runs, link];
  });
}

function nodeChildren(node: InlineNode, context: DocxContext): ParagraphChild[] {
  switch (node.type) {
    case 'text':
      return markedText(node.text, node.marks ?? []);
    case 'hardBreak':
      return [new TextRun({ break: 1 })];
    case 'citation':
      return runChildren(context.nextCitation());
  }
}

function markedText(text: string, marks: readonly Mark[]): ParagraphChild[] {
  const has = (type: Mark['type']): boolean => marks.some((mark) => mark.type === type);
  const format: IRunOptions = {
    text: xmlText(text),
    ...(has('bold') ? { bold: true } : {}),
    ...(has('italic') ? { italics: true } : {}),
    ...(has('strike') ? { strike: true } : {}),
    ...(has('underline') ? { underline: {} } : {}),
  };
  const href = marks
    .map((mark) => (mark.type === 'link' ? safeHref(mark.attrs.href) : null))
    .find((link) => link !== null);
  if (href === undefined) return [new TextRun(format)];
  return [new ExternalHyperlink({ link: href, children: [new TextRun({ ...format, style: 'Hyperlink' })] })];
}

/** @param runs formatted text of a citation or reference; @returns Word runs */
export function runChildren(runs: readonly RichRun[]): ParagraphChild[] {
  return runs.map((run) => {
    const format: IRunOptions = {
      text: xmlText(run.text),
      ...(run.italic ? { italics: true } : {}),
      ...(run.bold ? { bold: true } : {}),
      ...(run.underline ? { underline: {} } : {}),
      ...(run.smallCaps ? { smallCaps: true } : {}),
      ...(run.superscript ? { superScript: true } : {}),
      ...(run.subscript ? { subScript: true } : {}),
    };
    const href = run.href === undefined ? null : safeHref(run.href);
    if (href === null) return new TextRun(format);
    return new ExternalHyperlink({ link: href, children: [new TextRun({ ...format, style: 'Hyperlink' })] });
  });
}

/** @returns the text without characters that XML 1.0 forbids (Word refuses a file that holds one) */
export function xmlText(text: string): string {
  // eslint-disable-next-line no-control-regex -- the control characters are the point
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
}
