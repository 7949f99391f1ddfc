import { Mark, mergeAttributes } from '@tiptap/core';

/** Words that the writer stands by; evidence is linked to `claimId`. */
export const ClaimMark = Mark.create({
  name: 'claim',
  inclusive: false,
  addAttributes() {
    return {
      claimId: {
        default: null,
        parseHTML: (element: HTMLElement) => element.getAttribute('data-claim-id'),
        renderHTML: (attributes: Readonly<Record<string, unknown>>) => ({
          'data-claim-id': attributes['claimId'],
        }),
      },
    };
  },
  parseHTML() {
    return [{ tag: 'span[data-claim-id]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes, { class: 'claim' }), 0];
  },
});
