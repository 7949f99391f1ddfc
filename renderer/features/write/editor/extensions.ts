import type { Extensions } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { CitationNode, type CitationOptions } from './citation-node';
import { ClaimMark } from './claim-mark';
import { AnalysisTableNode, EvidenceQuoteNode, FigureNode, type EvidenceNodeOptions } from './evidence-nodes';

/**
 * The editor's schema: exactly the blocks and marks of `shared/domain/report/document.ts`.
 * @param citation what citations do and read like
 * @param evidence words of inserted evidence
 */
export function sectionExtensions(citation: CitationOptions, evidence: EvidenceNodeOptions): Extensions {
  return [
    StarterKit.configure({
      heading: { levels: [3, 4] },
      code: false,
      codeBlock: false,
      trailingNode: false,
      link: { openOnClick: false, protocols: ['http', 'https', 'mailto'], defaultProtocol: 'https' },
    }),
    ClaimMark,
    CitationNode.configure(citation),
    AnalysisTableNode.configure(evidence),
    EvidenceQuoteNode.configure(evidence),
    FigureNode,
  ];
}
