import type { BibliographyEntry, FormattedDocument, RichRun } from './citation';
import type { ReportSection } from './document';
import type { ClaimTrail } from './evidence';
import { collectCitations } from './walk';

/** Words an exporter writes by itself, in the language of the report. */
export interface ExportLabels {
  readonly references: string;
  readonly evidenceTrail: string;
  readonly evidenceIntro: string;
  readonly claim: string;
  readonly evidence: string;
  readonly noEvidence: string;
  readonly evidenceGone: string;
  readonly backToClaim: string;
  readonly page: string;
  readonly table: string;
  readonly figure: string;
  readonly frozenAt: string;
  readonly contents: string;
  readonly madeWith: string;
  readonly kinds: Readonly<Record<'annotation' | 'item' | 'analysis' | 'observation', string>>;
}

/** Everything a report export needs; built once, written by each format. */
export interface ReportExport {
  readonly title: string;
  readonly authors: readonly string[];
  /** Language of the text as BCP 47, for example `en-GB`. */
  readonly language: string;
  /** ISO 8601 date of the export. */
  readonly date: string;
  readonly sections: readonly ReportSection[];
  readonly formatted: FormattedDocument;
  readonly trail: readonly ClaimTrail[];
  readonly labels: ExportLabels;
}

/**
 * Hands out the formatted citations in reading order, the order in which every exporter meets them.
 * @param report the export in hand
 */
export function citationTexts(report: ReportExport): () => readonly RichRun[] {
  const byId = new Map(report.formatted.citations.map((citation) => [citation.clusterId, citation.runs]));
  const order = collectCitations(report.sections);
  let next = 0;
  return () => {
    const cluster = order[next];
    next += 1;
    return (cluster === undefined ? undefined : byId.get(cluster.id)) ?? [{ text: '[?]' }];
  };
}

/** Only addresses a reader can follow safely; anything else is written as plain text. */
export function safeHref(href: string): string | null {
  return /^(?:https?:|mailto:)/i.test(href.trim()) ? href.trim() : null;
}

/** Sections that have text; the list of references and the title are placed by the exporter. */
export function writtenSections(report: ReportExport): readonly ReportSection[] {
  return report.sections.filter((section) => section.kind === 'text');
}

/** Heading of the list of references: the one in the report when its template has such a section. */
export function referencesHeading(report: ReportExport): string {
  return (
    report.sections.find((section) => section.kind === 'references')?.heading ?? report.labels.references
  );
}

/** @returns entries of the list of references, in the order of the style */
export function references(report: ReportExport): readonly BibliographyEntry[] {
  return report.formatted.bibliography;
}
