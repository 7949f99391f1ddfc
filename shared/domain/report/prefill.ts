import type { EvidenceLinkSummary, InquirySummary } from '@shared/domain/inquiry/summary';
import type { BlockNode, InlineNode, ReportContent, SectionKind } from './document';
import { EMPTY_CONTENT } from './document';
import type { EvidenceKind } from './evidence';
import type { PrefillBlock, ReportTemplate, TemplateLanguage, TemplateSection } from './template';

/** A computed result as a report shows it; texts are already in the language of the report. */
export interface ReportAnalysis {
  readonly id: string;
  /** One sentence with n and interval. */
  readonly statement: string;
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly note: string;
}

/** What a report can be filled from. `claimLevel.sentence`: the computed level in words. */
export interface PrefillSource extends InquirySummary {
  readonly analyses: readonly ReportAnalysis[];
  readonly claimLevel: { readonly level: number; readonly sentence: string };
}

/** A section ready to be stored. */
export interface PrefilledSection {
  readonly key: string;
  readonly kind: SectionKind;
  readonly heading: string;
  readonly content: ReportContent;
}

/** A row for the link table: this record carries that claim. */
export interface ClaimLink {
  readonly claimId: string;
  readonly kind: EvidenceKind;
  readonly sourceId: string;
}

/** A report pre-filled from an inquiry. */
export interface PrefilledReport {
  readonly title: string;
  readonly sections: readonly PrefilledSection[];
  readonly links: readonly ClaimLink[];
}

/** Ids and time come from outside so that the result is a pure function of its input. */
export interface PrefillTools {
  readonly nextId: () => string;
  readonly now: string;
}

/**
 * Fills a template from an inquiry. Nothing is invented: a sentence whose facts are missing is left out, and the section
 * stays empty with its prompt.
 * @param source the shareable account of the inquiry and its analyses
 * @param template the report template
 * @param language language of the report
 * @param tools ids and the present time (ISO 8601)
 */
export function prefill(
  source: PrefillSource,
  template: ReportTemplate,
  language: TemplateLanguage,
  tools: PrefillTools,
): PrefilledReport {
  const links: ClaimLink[] = [];
  const filling = { source, template, language, tools, links };
  return {
    title: source.title,
    sections: template.sections.map((section) => ({
      key: section.key,
      kind: section.kind,
      heading: section.heading[language],
      content: sectionContent(section, filling),
    })),
    links,
  };
}

/** @param template the report template; @returns its sections without content, for a report that starts from nothing */
export function emptySections(
  template: ReportTemplate,
  language: TemplateLanguage,
): readonly PrefilledSection[] {
  return template.sections.map((section) => ({
    key: section.key,
    kind: section.kind,
    heading: section.heading[language],
    content: EMPTY_CONTENT,
  }));
}

interface Filling {
  readonly source: PrefillSource;
  readonly template: ReportTemplate;
  readonly language: TemplateLanguage;
  readonly tools: PrefillTools;
  readonly links: ClaimLink[];
}

function sectionContent(section: TemplateSection, filling: Filling): ReportContent {
  const content = section.prefill.flatMap((block) => blockNodes(block, filling));
  return content.length === 0 ? EMPTY_CONTENT : { type: 'doc', content };
}

function blockNodes(block: PrefillBlock, filling: Filling): BlockNode[] {
  switch (block.kind) {
    case 'paragraph':
      return paragraphOf(
        block.sentences.map((sentence) => fill(sentence[filling.language], filling.source, filling)),
      );
    case 'list':
      return listNodes(block, filling);
    case 'evidence':
      return evidenceLinksAt(filling.source, block.path).flatMap((link) => evidenceNodes(link, filling));
    case 'analyses':
      return filling.source.analyses.flatMap((analysis) => analysisNodes(analysis, filling));
    case 'claims':
      return filling.source.claims
        .filter((row) => row.claim.trim() !== '')
        .map((row) => ({
          type: 'paragraph',
          content: [claimText(sentence(row.claim), filling.tools.nextId())],
        }));
  }
}

function listNodes(block: Extract<PrefillBlock, { kind: 'list' }>, filling: Filling): BlockNode[] {
  const found = lookUp(filling.source, block.each);
  const rows: readonly unknown[] = Array.isArray(found) ? found : [];
  const texts = rows
    .filter((row) => block.where === undefined || lookUp(row, block.where) === true)
    .map((row) => fill(block.text[filling.language], row, filling))
    .filter((text) => text !== '');
  if (texts.length === 0) return [];
  const lead = block.lead === undefined ? [] : paragraphOf([block.lead[filling.language]]);
  return [
    ...lead,
    {
      type: 'bulletList',
      content: texts.map((text) => ({
        type: 'listItem',
        content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
      })),
    },
  ];
}

function evidenceNodes(link: EvidenceLinkSummary, filling: Filling): BlockNode[] {
  const words = link.use.trim() === '' ? (link.quote ?? '').trim() : link.use.trim();
  const citation: InlineNode = {
    type: 'citation',
    attrs: {
      citationId: filling.tools.nextId(),
      items: [
        {
          itemId: link.itemId,
          locator: link.pageLabel ?? '',
          label: 'page',
          prefix: '',
          suffix: '',
          suppressAuthor: false,
        },
      ],
    },
  };
  if (words === '') return [{ type: 'paragraph', content: [citation] }];
  const claimId = filling.tools.nextId();
  filling.links.push({ claimId, kind: link.kind, sourceId: link.targetId });
  return [
    {
      type: 'paragraph',
      content: [
        claimText(words.replace(/[.。]+$/u, ''), claimId),
        { type: 'text', text: ' ' },
        citation,
        { type: 'text', text: '.' },
      ],
    },
  ];
}

function analysisNodes(analysis: ReportAnalysis, filling: Filling): BlockNode[] {
  const claimId = filling.tools.nextId();
  filling.links.push({ claimId, kind: 'analysis', sourceId: analysis.id });
  const table: BlockNode[] =
    analysis.columns.length === 0
      ? []
      : [
          {
            type: 'analysisTable',
            attrs: {
              analysisId: analysis.id,
              caption: analysis.caption,
              columns: [...analysis.columns],
              rows: analysis.rows.map((row) => [...row]),
              note: analysis.note,
              frozenAt: filling.tools.now,
            },
          },
        ];
  return [{ type: 'paragraph', content: [claimText(sentence(analysis.statement), claimId)] }, ...table];
}

function claimText(text: string, claimId: string): InlineNode {
  return { type: 'text', text, marks: [{ type: 'claim', attrs: { claimId } }] };
}

function paragraphOf(sentences: readonly string[]): BlockNode[] {
  const text = sentences
    .filter((part) => part !== '')
    .map(sentence)
    .join(' ');
  return text === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text }] }];
}

/** Ends a sentence once: typed text may or may not bring its own full stop. */
function sentence(text: string): string {
  const trimmed = text.trim().replace(/\.\.+$/u, '.');
  return /[.!?…:]["»”’)]?$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** Replaces the placeholders of a text; empty when one of them has no value. */
function fill(text: string, root: unknown, filling: Filling): string {
  const missing: string[] = [];
  const filled = text.replace(/\{([^}|]+)(\|words)?\}/gu, (_, path: string, asWords: string | undefined) => {
    const value = asText(lookUp(root, path));
    if (value === '') missing.push(path);
    if (asWords === undefined) return value.replace(/[.\s]+$/u, '');
    return filling.template.words[value]?.[filling.language] ?? value;
  });
  return missing.length === 0 ? filled : '';
}

function lookUp(root: unknown, path: string): unknown {
  if (path === '.') return root;
  return path.split('.').reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return Object.entries(value).find(([name]) => name === key)?.[1];
  }, root);
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  // A count of nothing is no fact worth a sentence.
  if (typeof value === 'number') return value === 0 ? '' : String(value);
  return '';
}

function evidenceLinksAt(source: PrefillSource, path: string): readonly EvidenceLinkSummary[] {
  if (path === 'rationale.links') return source.rationale.links;
  if (path === 'problem.evidenceLinks') return source.problem.evidenceLinks;
  return [];
}
