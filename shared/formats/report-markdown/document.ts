import type { BlockNode, InlineNode, ListItemNode, Mark } from '@shared/domain/report/document';
import {
  referencesHeading,
  safeHref,
  writtenSections,
  type ReportExport,
} from '@shared/domain/report/export-model';
import type { EvidenceEntry } from '@shared/domain/report/evidence';
import { groupByClaim, isEmptyContent } from '@shared/domain/report/walk';
import { citationToMarkdown } from './citation';
import { escapeMarkdown, yamlString } from './escape';

/** What the Markdown writer needs beside the report. `bibFile`: name of the BibTeX file written next to the text. */
export interface MarkdownOptions {
  readonly bibFile: string;
  readonly figureFolder: string;
  readonly keyOf: (itemId: string) => string | undefined;
}

/** The Markdown text and the pictures it names. */
export interface MarkdownExport {
  readonly markdown: string;
  readonly figures: readonly { readonly path: string; readonly pngBase64: string }[];
}

interface Context {
  readonly report: ReportExport;
  readonly options: MarkdownOptions;
  readonly numbers: ReadonlyMap<string, number>;
  readonly anchored: Set<string>;
  readonly figures: { path: string; pngBase64: string }[];
}

/**
 * Writes a report as Pandoc Markdown: `[@key, p. 12]` citations, claims as spans that link to the evidence at the end.
 * @param report the export in hand
 * @param options where the bibliography and the pictures go, and the citation keys
 */
export function reportToMarkdown(report: ReportExport, options: MarkdownOptions): MarkdownExport {
  const context: Context = {
    report,
    options,
    numbers: new Map(report.trail.map((claim) => [claim.claimId, claim.number])),
    anchored: new Set(),
    figures: [],
  };
  const sections = writtenSections(report)
    .filter((section) => !isEmptyContent(section.content))
    .map(
      (section) =>
        `# ${escapeMarkdown(section.heading)} {#section-${section.key}}\n\n${blocks(section.content.content, context)}`,
    );
  const cited = report.formatted.bibliography.length > 0;
  const parts = [
    frontMatter(report, options),
    ...sections,
    ...(cited
      ? [`# ${escapeMarkdown(referencesHeading(report))} {#references .unnumbered}\n\n::: {#refs}\n:::`]
      : []),
    ...(report.trail.length > 0 ? [evidence(context)] : []),
  ];
  return { markdown: `${parts.join('\n\n')}\n`, figures: context.figures };
}

function frontMatter(report: ReportExport, options: MarkdownOptions): string {
  const authors = report.authors.map((author) => `  - ${yamlString(author)}`);
  return [
    '---',
    `title: ${yamlString(report.title)}`,
    ...(authors.length > 0 ? ['author:', ...authors] : []),
    `date: ${yamlString(report.date.slice(0, 10))}`,
    `lang: ${report.language}`,
    `bibliography: ${yamlString(options.bibFile)}`,
    'link-citations: true',
    '---',
  ].join('\n');
}

function blocks(nodes: readonly BlockNode[], context: Context): string {
  return nodes
    .map((node) => block(node, context))
    .filter((text) => text !== '')
    .join('\n\n');
}

function block(node: BlockNode, context: Context): string {
  switch (node.type) {
    case 'paragraph':
      return inline(node.content ?? [], context);
    case 'heading':
      return `${node.attrs.level === 3 ? '##' : '###'} ${inline(node.content ?? [], context)}`;
    case 'horizontalRule':
      return '---';
    case 'blockquote':
      return quoted(blocks(node.content ?? [], context));
    case 'bulletList':
      return list(node.content ?? [], () => '- ', context);
    case 'orderedList': {
      const start = node.attrs?.start ?? 1;
      return list(node.content ?? [], (index) => `${String(start + index)}. `, context);
    }
    case 'analysisTable':
      return table(node.attrs, context);
    case 'figure': {
      const path = `${context.options.figureFolder}/figure-${String(context.figures.length + 1)}.png`;
      context.figures.push({ path, pngBase64: node.attrs.pngBase64 });
      return `![${escapeMarkdown(oneLine(node.attrs.caption))}](<${path}>){alt=${yamlString(oneLine(node.attrs.alt))}}`;
    }
    case 'evidenceQuote': {
      const { labels } = context.report;
      const page =
        node.attrs.pageLabel === '' ? '' : `\n\n(${labels.page} ${escapeMarkdown(node.attrs.pageLabel)})`;
      return quoted(`${escapeMarkdown(oneLine(node.attrs.quote))}${page}`);
    }
  }
}

function list(items: readonly ListItemNode[], bullet: (index: number) => string, context: Context): string {
  return items
    .map((item, index) => {
      const lead = bullet(index);
      const indent = ' '.repeat(lead.length);
      const text = blocks(item.content ?? [], context);
      return lead + text.split('\n').join(`\n${indent}`);
    })
    .map((text) => text.replace(/\n +\n/g, '\n\n'))
    .join('\n');
}

function table(attrs: Extract<BlockNode, { type: 'analysisTable' }>['attrs'], context: Context): string {
  const cell = (text: string): string => escapeMarkdown(oneLine(text));
  const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  const note = [attrs.note, `${context.report.labels.frozenAt} ${attrs.frozenAt.slice(0, 10)}`];
  return [
    row(attrs.columns),
    `|${attrs.columns.map(() => '---').join('|')}|`,
    ...attrs.rows.map(row),
    '',
    `: ${escapeMarkdown(oneLine(attrs.caption))}`,
    '',
    escapeMarkdown(oneLine(note.filter((text) => text !== '').join(' '))),
  ].join('\n');
}

function inline(nodes: readonly InlineNode[], context: Context): string {
  return groupByClaim(nodes)
    .map((group) => {
      const text = group.nodes.map((node) => inlineNode(node, context)).join('');
      const number = group.claimId === null ? undefined : context.numbers.get(group.claimId);
      if (group.claimId === null || number === undefined) return text;
      const id = context.anchored.has(group.claimId) ? '' : `#claim-${String(number)} `;
      context.anchored.add(group.claimId);
      return `[${text}]{${id}.claim}[\\[E${String(number)}\\]](#evidence-${String(number)})`;
    })
    .join('');
}

function inlineNode(node: InlineNode, context: Context): string {
  if (node.type === 'hardBreak') return '\\\n';
  if (node.type === 'citation') return citationToMarkdown(node.attrs.items, context.options.keyOf);
  return marked(oneLine(node.text), node.marks ?? []);
}

/** Emphasis must hug its words: blanks at the ends are moved outside. */
function marked(text: string, marks: readonly Mark[]): string {
  const [, before = '', core = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  if (core === '') return text;
  let out = escapeMarkdown(core);
  for (const mark of marks) {
    if (mark.type === 'bold') out = `**${out}**`;
    else if (mark.type === 'italic') out = `*${out}*`;
    else if (mark.type === 'strike') out = `~~${out}~~`;
    else if (mark.type === 'underline') out = `[${out}]{.underline}`;
    else if (mark.type === 'link') {
      const href = safeHref(mark.attrs.href);
      if (href !== null) out = `[${out}](<${href.replace(/[<>\s]/g, encodeURIComponent)}>)`;
    }
  }
  return before + out + after;
}

function evidence(context: Context): string {
  const { labels, trail } = context.report;
  const claims = trail.map((claim) => {
    const number = String(claim.number);
    const heading = `## E${number} {#evidence-${number}}\n\n**${escapeMarkdown(oneLine(claim.text))}** [↑](#claim-${number})`;
    const entries =
      claim.entries.length === 0
        ? escapeMarkdown(labels.noEvidence)
        : claim.entries.map((entry) => evidenceEntry(entry, context)).join('\n\n');
    return `${heading}\n\n${entries}`;
  });
  return [
    `# ${escapeMarkdown(labels.evidenceTrail)} {#evidence .unnumbered}`,
    escapeMarkdown(labels.evidenceIntro),
    ...claims,
  ].join('\n\n');
}

function evidenceEntry(entry: EvidenceEntry, { report: { labels } }: Context): string {
  const page = entry.pageLabel === '' ? '' : `, ${labels.page} ${escapeMarkdown(entry.pageLabel)}`;
  return [
    `*${escapeMarkdown(labels.kinds[entry.kind])}:* ${escapeMarkdown(oneLine(entry.source))}${page}`,
    ...(entry.quote === '' ? [] : [quoted(escapeMarkdown(oneLine(entry.quote)))]),
    ...(entry.statement === '' ? [] : [escapeMarkdown(oneLine(entry.statement))]),
    ...(entry.missing ? [escapeMarkdown(labels.evidenceGone)] : []),
  ].join('\n\n');
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}
