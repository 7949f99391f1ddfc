import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import practiceCase from '@resources/templates/report/practice-case.json';
import { ReportContent } from '@shared/domain/report/document';
import { prefill, type PrefilledReport } from '@shared/domain/report/prefill';
import { ReportTemplate } from '@shared/domain/report/template';
import { collectCitations, collectClaims, plainTextOf } from '@shared/domain/report/walk';
import { prefillSource } from '../../builders/inquiry-summary';

const template = ReportTemplate.parse(practiceCase);

function fillIn(language: 'en' | 'uk', source = prefillSource()): PrefilledReport {
  let last = 0;
  return prefill(source, template, language, {
    nextId: () => `id-${String((last += 1))}`,
    now: '2026-11-23T09:00:00.000Z',
  });
}
const words = (report: PrefilledReport, key: string): string =>
  plainTextOf(
    report.sections.find((section) => section.key === key)?.content ?? { type: 'doc', content: [] },
  );

describe('report templates', () => {
  it.each(readdirSync('resources/templates/report'))('%s is valid', (file) => {
    const data: unknown = JSON.parse(readFileSync(`resources/templates/report/${file}`, 'utf8'));
    expect(ReportTemplate.safeParse(data).error).toBeUndefined();
  });

  it('holds the sections of a practice case, the required ones marked', () => {
    const required = template.sections.filter((section) => section.required).map((section) => section.key);
    expect(required).toEqual([
      'title',
      'context',
      'problem',
      'what-we-did',
      'evidence',
      'impact',
      'cost',
      'confidence',
      'limits',
      'differently',
      'advice',
      'licence',
    ]);
    expect(template.sections.map((section) => section.key)).toEqual(
      expect.arrayContaining(['materials', 'references', 'lineage']),
    );
  });
});

describe('prefill', () => {
  const report = fillIn('en');

  it('writes what the inquiry knows, each sentence ended once', () => {
    expect(words(report, 'problem')).toContain(
      '12 of 26 pupils read below 90 words/min. Affected: slower readers, 12 learners.',
    );
    expect(words(report, 'context')).toBe('A town school. Phase: Year 5. Subject: Reading. Age: 9-10.');
    expect(words(report, 'advice')).toBe('Try it with a colleague watching!');
    expect(words(report, 'differently')).toContain(
      'Our decision: we adapt the change and try again. The pairs need rotating.',
    );
    expect(words(report, 'limits')).toContain('One class, no comparison group.');
    expect(words(report, 'limits')).toContain('The test was our own');
  });

  it('leaves out what is missing instead of printing empty labels', () => {
    const all = report.sections.map((section) => plainTextOf(section.content)).join('\n');
    expect(all).not.toContain('How long');
    expect(all).not.toMatch(/\{|\}|undefined|null/);
    expect(words(report, 'lineage')).toBe('');
  });

  it('cites both papers, with the page of the highlight', () => {
    const sections = report.sections.map((section) => ({ ...section, id: section.key }));
    expect(
      collectCitations(sections).map((cluster) => cluster.items.map((item) => [item.itemId, item.locator])),
    ).toEqual([[['article', '7']], [['book', '']]]);
  });

  it('links claims to the highlight and to the analysis', () => {
    expect(report.links.map((link) => [link.kind, link.sourceId])).toEqual([
      ['annotation', 'annotation-1'],
      ['analysis', 'analysis-1'],
    ]);
    const claims = collectClaims(report.sections.map((section) => ({ ...section, id: section.key })));
    const ids = claims.map((claim) => claim.claimId);
    for (const link of report.links) expect(ids).toContain(link.claimId);
    expect(claims.map((claim) => claim.text)).toContain(
      'The mean rose from 55 to 62 words a minute (n = 12; D = 7.0, 95% CI [4.0, 10.0]).',
    );
  });

  it('freezes the table of the analysis and lists only harm where harm is asked for', () => {
    const impact = report.sections.find((section) => section.key === 'impact')?.content.content ?? [];
    expect(impact.find((block) => block.type === 'analysisTable')).toMatchObject({
      attrs: { analysisId: 'analysis-1', frozenAt: '2026-11-23T09:00:00.000Z' },
    });
    expect(words(report, 'impact')).toContain('We also watched for harm:\nReluctance to read aloud');
  });

  it('makes content the document model accepts', () => {
    for (const section of report.sections)
      expect(ReportContent.safeParse(section.content).error).toBeUndefined();
  });

  it('writes Ukrainian', () => {
    const ukrainian = fillIn('uk');
    expect(ukrainian.sections.map((section) => section.heading)).toContain('Що ми зробили');
    expect(words(ukrainian, 'differently')).toContain('Наше рішення: зміну пристосовуємо й пробуємо ще раз.');
  });
});
