import {
  citationTexts,
  references,
  referencesHeading,
  writtenSections,
  type ReportExport,
} from '@shared/domain/report/export-model';
import type { ClaimTrail, EvidenceEntry } from '@shared/domain/report/evidence';
import { isEmptyContent } from '@shared/domain/report/walk';
import { blocksToHtml, type HtmlContext } from './body';
import { escapeHtml } from '../../lib/escape-html';
import { runsToHtml } from './runs';
import { REPORT_CSS } from './style';

/**
 * Writes a report as one HTML file: no scripts, no outside resources, the evidence of each claim kept at the end.
 * Also the source of the PDF (printed with tags and outline, so headings here are real headings).
 * @param report the export in hand
 */
export function reportToHtml(report: ReportExport): string {
  const numbers = new Map(report.trail.map((claim) => [claim.claimId, claim.number]));
  const context: HtmlContext = {
    labels: report.labels,
    nextCitation: citationTexts(report),
    claimNumber: (claimId) => numbers.get(claimId),
    anchored: new Set(),
    counters: { table: 0, figure: 0 },
  };
  const body = writtenSections(report)
    .filter((section) => !isEmptyContent(section.content))
    .map(
      (section) =>
        `<section id="section-${escapeHtml(section.key)}">\n<h2>${escapeHtml(section.heading)}</h2>\n${blocksToHtml(section.content.content, context)}\n</section>`,
    )
    .join('\n');
  return [
    '<!DOCTYPE html>',
    `<html lang="${escapeHtml(report.language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="generator" content="Inquiry Desk">',
    ...report.authors.map((author) => `<meta name="author" content="${escapeHtml(author)}">`),
    `<title>${escapeHtml(report.title)}</title>`,
    `<style>${REPORT_CSS}</style>`,
    '</head>',
    '<body>',
    `<header><h1>${escapeHtml(report.title)}</h1>${byline(report)}</header>`,
    '<main>',
    body,
    referencesToHtml(report),
    evidenceToHtml(report),
    '</main>',
    `<footer class="page"><p>${escapeHtml(report.labels.madeWith)} <a href="https://citationstyles.org/">citationstyles.org</a></p></footer>`,
    '</body>',
    '</html>',
    '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function byline(report: ReportExport): string {
  const words = [...report.authors, report.date.slice(0, 10)].filter((word) => word !== '').join(' · ');
  return `<p class="byline">${escapeHtml(words)}</p>`;
}

function referencesToHtml(report: ReportExport): string {
  const entries = references(report);
  if (entries.length === 0) return '';
  const list = entries.map((entry) => `<p>${runsToHtml(entry.runs)}</p>`).join('\n');
  const flat = report.formatted.hangingIndent ? '' : ' flat';
  return `<section class="references${flat}" id="references">\n<h2>${escapeHtml(referencesHeading(report))}</h2>\n${list}\n</section>`;
}

function evidenceToHtml(report: ReportExport): string {
  if (report.trail.length === 0) return '';
  const { labels } = report;
  return [
    '<section class="evidence" id="evidence">',
    `<h2>${escapeHtml(labels.evidenceTrail)}</h2>`,
    `<p>${escapeHtml(labels.evidenceIntro)}</p>`,
    '<ol>',
    ...report.trail.map((claim) => claimToHtml(claim, report)),
    '</ol>',
    '</section>',
  ].join('\n');
}

function claimToHtml(claim: ClaimTrail, { labels }: ReportExport): string {
  const number = String(claim.number);
  const back = `<a href="#claim-${number}" aria-label="${escapeHtml(`${labels.backToClaim} ${number}`)}">↑</a>`;
  const entries =
    claim.entries.length === 0
      ? `<p class="kind">${escapeHtml(labels.noEvidence)}</p>`
      : `<ul>${claim.entries.map((entry) => entryToHtml(entry, labels)).join('')}</ul>`;
  return `<li id="evidence-${number}"><p><strong>${escapeHtml(claim.text)}</strong> ${back}</p>${entries}</li>`;
}

function entryToHtml(entry: EvidenceEntry, labels: ReportExport['labels']): string {
  const page = entry.pageLabel === '' ? '' : `, ${labels.page} ${entry.pageLabel}`;
  const source = `<cite>${escapeHtml(entry.source)}</cite>${escapeHtml(page)}`;
  const quote = entry.quote === '' ? '' : `<blockquote><p>${escapeHtml(entry.quote)}</p></blockquote>`;
  const statement = entry.statement === '' ? '' : `<p>${escapeHtml(entry.statement)}</p>`;
  const gone = entry.missing ? `<p class="kind">${escapeHtml(labels.evidenceGone)}</p>` : '';
  return `<li><p><span class="kind">${escapeHtml(labels.kinds[entry.kind])}:</span> ${source}</p>${quote}${statement}${gone}</li>`;
}
