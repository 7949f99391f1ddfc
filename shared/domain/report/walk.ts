import type { CitationCluster } from './citation';
import type { BlockNode, InlineNode, ReportContent, ReportSection } from './document';

/** @param blocks blocks to walk, in document order; yields every inline node, into lists and quotations */
export function* inlineNodes(blocks: readonly BlockNode[]): Generator<InlineNode> {
  for (const textBlock of textBlocks(blocks)) yield* textBlock;
}

/** @param blocks blocks to walk; yields the inline content of each paragraph and heading */
export function* textBlocks(blocks: readonly BlockNode[]): Generator<readonly InlineNode[]> {
  for (const block of blocks) {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        yield block.content ?? [];
        break;
      case 'blockquote':
        yield* textBlocks(block.content ?? []);
        break;
      case 'bulletList':
      case 'orderedList':
        for (const item of block.content ?? []) yield* textBlocks(item.content ?? []);
        break;
      case 'horizontalRule':
      case 'analysisTable':
      case 'figure':
      case 'evidenceQuote':
        break;
    }
  }
}

/**
 * The citations of a report in reading order. Cluster ids are the citation ids of the nodes; a copy of a citation made by
 * pasting gets a suffix so that ids stay unique. Exporters meet citations in this same order.
 */
export function collectCitations(
  sections: readonly Pick<ReportSection, 'kind' | 'content'>[],
): readonly CitationCluster[] {
  const seen = new Map<string, number>();
  const clusters: CitationCluster[] = [];
  for (const section of sections) {
    if (section.kind !== 'text') continue;
    for (const node of inlineNodes(section.content.content)) {
      if (node.type !== 'citation') continue;
      const copies = seen.get(node.attrs.citationId) ?? 0;
      seen.set(node.attrs.citationId, copies + 1);
      const id = copies === 0 ? node.attrs.citationId : `${node.attrs.citationId}~${String(copies)}`;
      clusters.push({ id, items: node.attrs.items });
    }
  }
  return clusters;
}

/** A claim as it stands in the text. `citedItemIds`: works cited inside the claimed words. */
export interface ClaimInText {
  readonly claimId: string;
  readonly sectionId: string;
  readonly text: string;
  readonly citedItemIds: readonly string[];
}

/**
 * The claims of a report in reading order. The same claim id met again (bold words inside a claim, a claim over two
 * paragraphs) is one claim.
 */
export function collectClaims(
  sections: readonly Pick<ReportSection, 'id' | 'kind' | 'content'>[],
): readonly ClaimInText[] {
  const claims = new Map<string, { sectionId: string; text: string; citedItemIds: string[] }>();
  for (const section of sections) {
    if (section.kind !== 'text') continue;
    for (const block of textBlocks(section.content.content)) {
      const startedHere = new Set<string>();
      for (const node of block) {
        const claimId = claimIdOf(node);
        if (claimId === null) continue;
        const claim = claims.get(claimId) ?? { sectionId: section.id, text: '', citedItemIds: [] };
        if (claim.text !== '' && !startedHere.has(claimId)) claim.text += ' ';
        startedHere.add(claimId);
        if (node.type === 'text') claim.text += node.text;
        if (node.type === 'hardBreak') claim.text += ' ';
        if (node.type === 'citation') claim.citedItemIds.push(...node.attrs.items.map((item) => item.itemId));
        claims.set(claimId, claim);
      }
    }
  }
  return [...claims].map(([claimId, claim]) => ({ claimId, ...claim, text: claim.text.trim() }));
}

/** @returns the claim an inline node belongs to, or null */
export function claimIdOf(node: InlineNode): string | null {
  for (const mark of node.marks ?? []) if (mark.type === 'claim') return mark.attrs.claimId;
  return null;
}

/** Neighbouring inline nodes that belong to the same claim, or to none (`claimId` null). */
export interface ClaimGroup {
  readonly claimId: string | null;
  readonly nodes: readonly InlineNode[];
}

/** @param nodes inline content of one paragraph; @returns the content cut where claims begin and end */
export function groupByClaim(nodes: readonly InlineNode[]): readonly ClaimGroup[] {
  const groups: { claimId: string | null; nodes: InlineNode[] }[] = [];
  for (const node of nodes) {
    const claimId = claimIdOf(node);
    const last = groups.at(-1);
    if (last?.claimId === claimId) last.nodes.push(node);
    else groups.push({ claimId, nodes: [node] });
  }
  return groups;
}

/** The words of a section as plain text, one line per paragraph; citations are left out. */
export function plainTextOf(content: ReportContent): string {
  const lines: string[] = [];
  for (const block of textBlocks(content.content)) {
    lines.push(
      block
        .map((node) => (node.type === 'text' ? node.text : node.type === 'hardBreak' ? '\n' : ''))
        .join(''),
    );
  }
  return lines.join('\n').trim();
}

/** Whether a section says nothing: no words, no citation and no inserted table, figure or quotation. */
export function isEmptyContent(content: ReportContent): boolean {
  if (content.content.some((block) => ['analysisTable', 'figure', 'evidenceQuote'].includes(block.type)))
    return false;
  for (const node of inlineNodes(content.content)) if (node.type === 'citation') return false;
  return plainTextOf(content) === '';
}

const WORD = /[\p{L}\p{N}]+(?:[-'’ʼ.,][\p{L}\p{N}]+)*/gu;

/**
 * Counts the words of a report as a marker would: text and quotations, without citations and references.
 * Joined forms (`п'ять`, `well-being`, `3,5`) are one word.
 */
export function countWords(sections: readonly Pick<ReportSection, 'content'>[]): number {
  let count = 0;
  for (const section of sections) {
    count += plainTextOf(section.content).match(WORD)?.length ?? 0;
    for (const block of section.content.content) {
      if (block.type === 'evidenceQuote') count += block.attrs.quote.match(WORD)?.length ?? 0;
    }
  }
  return count;
}
