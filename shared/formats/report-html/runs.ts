import type { RichRun } from '@shared/domain/report/citation';
import { safeHref } from '@shared/domain/report/export-model';
import { escapeHtml } from '../../lib/escape-html';

/** @param runs formatted text of a citation or reference; @returns HTML built from nothing but these runs */
export function runsToHtml(runs: readonly RichRun[]): string {
  return runs.map(runToHtml).join('');
}

function runToHtml(run: RichRun): string {
  let html = escapeHtml(run.text);
  if (run.italic) html = `<em>${html}</em>`;
  if (run.bold) html = `<strong>${html}</strong>`;
  if (run.underline) html = `<u>${html}</u>`;
  if (run.smallCaps) html = `<span class="small-caps">${html}</span>`;
  if (run.superscript) html = `<sup>${html}</sup>`;
  if (run.subscript) html = `<sub>${html}</sub>`;
  const href = run.href === undefined ? null : safeHref(run.href);
  return href === null ? html : `<a href="${escapeHtml(href)}">${html}</a>`;
}
