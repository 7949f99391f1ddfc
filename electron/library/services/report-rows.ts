import { z } from 'zod';
import type { ReportRow } from '@db/repositories/report';
import type { ReportSectionTable } from '@db/schema';
import { StyleId, StyleLocale } from '@shared/domain/report/citation';
import { ReportContent, type ReportSection } from '@shared/domain/report/document';
import { templateLanguage, type ReportTemplate, type TemplateLanguage } from '@shared/domain/report/template';

/** What a report row keeps as JSON. */
const Metadata = z.object({ authors: z.array(z.string()).default([]) });

/** A report row with its columns as the types they hold. A style this version does not have falls back to APA. */
export interface ReportFacts {
  readonly language: TemplateLanguage;
  readonly styleId: StyleId;
  readonly locale: StyleLocale;
  readonly authors: readonly string[];
}

/** @param row a report row */
export function reportFacts(row: ReportRow): ReportFacts {
  const language = templateLanguage(row.language);
  const metadata = Metadata.safeParse(JSON.parse(row.metadata));
  return {
    language,
    styleId: StyleId.catch('apa').parse(row.style_id),
    locale: StyleLocale.catch(defaultLocale(language)).parse(row.citation_locale),
    authors: metadata.success ? metadata.data.authors : [],
  };
}

/** @param language language of a report; @returns the language its citations are written in unless chosen otherwise */
export function defaultLocale(language: TemplateLanguage): StyleLocale {
  return language === 'uk' ? 'uk-UA' : 'en-GB';
}

/**
 * @param row a section row; @param template the report's template, undefined when this version does not have it
 * @throws when the stored content is not a report document: only this program writes it, so that is a bug
 */
export function toSection(row: ReportSectionTable, template: ReportTemplate | undefined): ReportSection {
  const planned = template?.sections.find((section) => section.key === row.section_key);
  return {
    id: row.id,
    key: row.section_key,
    kind: planned?.kind ?? 'text',
    heading: row.heading,
    content: ReportContent.parse(JSON.parse(row.body)),
  };
}
