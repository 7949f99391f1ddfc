import type { Editor } from '@tiptap/core';
import type { Candidate } from './panels/evidence-dialog';
import { citationContent } from './use-citing';

/** A claim that came with inserted evidence; its link is still to be written. */
export interface NewClaim {
  readonly claimId: string;
}

/**
 * Puts a piece of evidence into the text: a highlight as a cited quotation, a paper as a citation, a result as a claim
 * with its table, an observation as a quotation.
 * @param editor the section to write in
 * @param candidate what was chosen
 * @param now ISO 8601 time that a table is frozen at
 * @returns the claim to link, null when none was made
 */
export function insertEvidence(editor: Editor, candidate: Candidate, now: string): NewClaim | null {
  switch (candidate.kind) {
    case 'annotation':
      editor.chain().focus().insertContent(quotation(editor, candidate)).run();
      return null;
    case 'item':
      editor
        .chain()
        .focus()
        .insertContent(citationContent(editor, [cited(candidate.sourceId, '')]))
        .run();
      return null;
    case 'observation':
      editor
        .chain()
        .focus()
        .insertContent({
          type: 'evidenceQuote',
          attrs: {
            sourceKind: 'observation',
            sourceId: candidate.sourceId,
            itemId: null,
            pageLabel: '',
            quote: candidate.statement === '' ? candidate.source : candidate.statement,
          },
        })
        .run();
      return null;
    case 'analysis': {
      const claimId = crypto.randomUUID();
      const claim = { type: 'claim', attrs: { claimId } };
      const text = candidate.statement === '' ? candidate.source : `${candidate.statement}.`;
      editor
        .chain()
        .focus()
        .insertContent([
          { type: 'paragraph', content: [{ type: 'text', text, marks: [claim] }] },
          ...(candidate.table === null
            ? []
            : [
                {
                  type: 'analysisTable',
                  attrs: { analysisId: candidate.sourceId, ...candidate.table, frozenAt: now },
                },
              ]),
          { type: 'paragraph' },
        ])
        .run();
      return { claimId };
    }
  }
}

function quotation(editor: Editor, candidate: Candidate) {
  const words = { type: 'text', text: `“${candidate.quote}” ` };
  const citation =
    candidate.itemId === null
      ? []
      : [citationContent(editor, [cited(candidate.itemId, candidate.pageLabel)])];
  return [
    { type: 'blockquote', content: [{ type: 'paragraph', content: [words, ...citation] }] },
    { type: 'paragraph' },
  ];
}

function cited(itemId: string, locator: string) {
  return { itemId, locator, label: 'page' as const, prefix: '', suffix: '', suppressAuthor: false };
}
