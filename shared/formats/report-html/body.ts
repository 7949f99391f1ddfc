import type { RichRun } from '@shared/domain/report/citation';
import type { BlockNode, InlineNode, Mark } from '@shared/domain/report/document';
import { safeHref, type ExportLabels } from '@shared/domain/report/export-model';
import { groupByClaim } from '@shared/domain/report/walk';
import { escapeHtml } from '../../lib/escape-html';
import { runsToHtml } from './runs';

/** State of one walk through a report: counters and what the walk needs to look up. */
export interface HtmlContext {
  readonly labels: ExportLabels;
  readonly nextCitation: () => readonly RichRun[];
  readonly claimNumber: (claimId: string) => number | undefined;
  /** Claims already given an anchor: an id may stand only once in a page. */
  readonly anchored: Set<string>;
  readonly counters: { table: number; figure: number };
}

/** @param nodes blocks of a section; @param context state of the walk; @returns HTML of the blocks */
export function blocksToHtml(nodes: readonly BlockNode[], context: HtmlContext): string {
  return nodes.map((node) => blockToHtml(node, context)).join('\n');
}

function blockToHtml(node: BlockNode, context: HtmlContext): string {
  switch (node.type) {
    case 'paragraph': {
      const inner = inlineToHtml(node.content ?? [], context);
      return inner === '' ? '' : `<p>${inner}</p>`;
    }
    case 'heading':
      return `<h${String(node.attrs.level)}>${inlineToHtml(node.content ?? [], context)}</h${String(node.attrs.level)}>`;
    case 'horizontalRule':
      return '<hr>';
    case 'blockquote':
      return `<blockquote>${blocksToHtml(node.content ?? [], context)}</blockquote>`;
    case 'bulletList':
      return `<ul>${listItems(node.content ?? [], context)}</ul>`;
    case 'orderedList': {
      const start = node.attrs?.start ?? 1;
      return `<ol${start === 1 ? '' : ` start="${String(start)}"`}>${listItems(node.content ?? [], context)}</ol>`;
    }
    case 'analysisTable':
      return tableToHtml(node.attrs, context);
    case 'figure': {
      context.counters.figure += 1;
      const caption = `${context.labels.figure} ${String(context.counters.figure)}. ${node.attrs.caption}`;
      const size = `width="${String(node.attrs.width)}" height="${String(node.attrs.height)}"`;
      const src = `data:image/png;base64,${node.attrs.pngBase64.replace(/[^A-Za-z0-9+/=]/g, '')}`;
      return `<figure><img src="${src}" alt="${escapeHtml(node.attrs.alt)}" ${size}><figcaption>${escapeHtml(caption)}</figcaption></figure>`;
    }
    case 'evidenceQuote': {
      const page =
        node.attrs.pageLabel === ''
          ? ''
          : `<footer>${escapeHtml(`${context.labels.page} ${node.attrs.pageLabel}`)}</footer>`;
      return `<blockquote class="quote"><p>${escapeHtml(node.attrs.quote)}</p>${page}</blockquote>`;
    }
  }
}

function listItems(items: readonly { content?: BlockNode[] | undefined }[], context: HtmlContext): string {
  return items.map((item) => `<li>${blocksToHtml(item.content ?? [], context)}</li>`).join('');
}

function tableToHtml(
  table: Extract<BlockNode, { type: 'analysisTable' }>['attrs'],
  { labels, counters }: HtmlContext,
): string {
  counters.table += 1;
  const head = table.columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
  const body = table.rows
    .map((row) => {
      const cells = row.map((cell, index) =>
        index === 0 ? `<th scope="row">${escapeHtml(cell)}</th>` : `<td>${escapeHtml(cell)}</td>`,
      );
      return `<tr>${cells.join('')}</tr>`;
    })
    .join('');
  const note = [table.note, `${labels.frozenAt} ${table.frozenAt.slice(0, 10)}`]
    .filter((text) => text !== '')
    .join(' ');
  return (
    `<figure class="table"><table><caption>${escapeHtml(`${labels.table} ${String(counters.table)}. ${table.caption}`)}</caption>` +
    `<thead><tr>${head}</tr></thead><tbody>${body}</tbody></table><figcaption>${escapeHtml(note)}</figcaption></figure>`
  );
}

function inlineToHtml(nodes: readonly InlineNode[], context: HtmlContext): string {
  return groupByClaim(nodes)
    .map((group) => {
      const inner = group.nodes.map((node) => inlineNodeToHtml(node, context)).join('');
      return group.claimId === null ? inner : claimToHtml(group.claimId, inner, context);
    })
    .join('');
}

function claimToHtml(claimId: string, inner: string, context: HtmlContext): string {
  const number = context.claimNumber(claimId);
  if (number === undefined) return inner;
  const first = !context.anchored.has(claimId);
  context.anchored.add(claimId);
  const id = first ? ` id="claim-${String(number)}"` : '';
  const label = escapeHtml(`${context.labels.evidence} ${String(number)}`);
  return `<span class="claim"${id}>${inner}</span><a class="evidence-link" href="#evidence-${String(number)}" aria-label="${label}">[E${String(number)}]</a>`;
}

function inlineNodeToHtml(node: InlineNode, context: HtmlContext): string {
  switch (node.type) {
    case 'text':
      return withMarks(escapeHtml(node.text), node.marks ?? []);
    case 'hardBreak':
      return '<br>';
    case 'citation':
      return `<span class="citation">${runsToHtml(context.nextCitation())}</span>`;
  }
}

function withMarks(html: string, marks: readonly Mark[]): string {
  let out = html;
  for (const mark of marks) {
    if (mark.type === 'bold') out = `<strong>${out}</strong>`;
    else if (mark.type === 'italic') out = `<em>${out}</em>`;
    else if (mark.type === 'underline') out = `<u>${out}</u>`;
    else if (mark.type === 'strike') out = `<s>${out}</s>`;
    else if (mark.type === 'link') {
      const href = safeHref(mark.attrs.href);
      if (href !== null) out = `<a href="${escapeHtml(href)}">${out}</a>`;
    }
  }
  return out;
}
