import { mergeAttributes, Node, type Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { z } from 'zod';
import { CitationItem } from '@shared/domain/report/citation';
import type { CitationTexts } from './citation-texts';

/** A citation in the text that the writer wants to change. */
export interface OpenCitation {
  readonly editor: Editor;
  readonly position: number;
  readonly items: readonly CitationItem[];
}

export interface CitationOptions {
  readonly texts: CitationTexts | null;
  /** Opens the picker on an existing citation. */
  readonly onOpen: (request: OpenCitation) => void;
  /** Opens the picker for a new citation at the cursor. */
  readonly onNew: (editor: Editor) => void;
  /** Name of a citation for screen readers, around its text. */
  readonly describe: (text: string) => string;
}

const Attributes = z.object({ citationId: z.string(), items: z.array(CitationItem) });

/** @returns the works cited by a node, empty when its attributes are broken */
export function citedItems(attributes: unknown): readonly CitationItem[] {
  const parsed = Attributes.safeParse(attributes);
  return parsed.success ? parsed.data.items : [];
}

/** A citation: one unbreakable piece of the line that shows the text of the chosen style. */
export const CitationNode = Node.create<CitationOptions>({
  name: 'citation',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,

  addOptions() {
    return { texts: null, onOpen: () => undefined, onNew: () => undefined, describe: (text) => text };
  },

  addAttributes() {
    return {
      citationId: {
        default: '',
        parseHTML: (element: HTMLElement) => element.getAttribute('data-citation-id'),
        renderHTML: (attributes: Readonly<Record<string, unknown>>) => ({
          'data-citation-id': attributes['citationId'],
        }),
      },
      items: {
        default: [],
        parseHTML: (element: HTMLElement) => itemsFromHtml(element.getAttribute('data-items')),
        renderHTML: (attributes: Readonly<Record<string, unknown>>) => ({
          'data-items': JSON.stringify(attributes['items']),
        }),
      },
    };
  },

  parseHTML() {
    return [
      {
        tag: 'span[data-citation-id]',
        // A citation without works would be refused by the library: such a paste is dropped.
        getAttrs: (element) => (itemsFromHtml(element.getAttribute('data-items')).length > 0 ? null : false),
      },
    ];
  },

  renderHTML({ HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes, { class: 'citation' })];
  },

  renderText({ node }) {
    const id: unknown = node.attrs['citationId'];
    return (typeof id === 'string' ? this.options.texts?.get(id) : undefined) ?? '[@]';
  },

  addNodeView() {
    const { texts, onOpen, describe } = this.options;
    return ({ node, editor, getPos }) => {
      let attributes: unknown = node.attrs;
      const dom = document.createElement('span');
      dom.className = 'citation';
      dom.contentEditable = 'false';
      dom.setAttribute('role', 'button');
      const show = (): void => {
        const parsed = Attributes.safeParse(attributes);
        const text = parsed.success ? texts?.get(parsed.data.citationId) : undefined;
        dom.textContent = text ?? '(…)';
        dom.classList.toggle('citation-missing', (text ?? '').includes('[?]'));
        dom.setAttribute('aria-label', describe(dom.textContent));
      };
      const open = (): void => {
        const position = getPos();
        if (position !== undefined) onOpen({ editor, position, items: citedItems(attributes) });
      };
      dom.addEventListener('click', open);
      const unsubscribe = texts?.subscribe(show);
      show();
      return {
        dom,
        update: (next) => {
          if (next.type.name !== 'citation') return false;
          attributes = next.attrs;
          show();
          return true;
        },
        destroy: () => {
          unsubscribe?.();
          dom.removeEventListener('click', open);
        },
      };
    };
  },

  addKeyboardShortcuts() {
    const openSelected = (): boolean => {
      const { selection } = this.editor.state;
      if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'citation') return false;
      this.options.onOpen({
        editor: this.editor,
        position: selection.from,
        items: citedItems(selection.node.attrs),
      });
      return true;
    };
    return {
      Enter: openSelected,
      Space: openSelected,
      'Mod-Shift-c': () => {
        this.options.onNew(this.editor);
        return true;
      },
      '@': () => {
        // Inside a word it is an e-mail address, not a citation.
        const { $from, empty } = this.editor.state.selection;
        const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 1), $from.parentOffset);
        if (!empty || /[\p{L}\p{N}]/u.test(before)) return false;
        this.options.onNew(this.editor);
        return true;
      },
    };
  },
});

function itemsFromHtml(json: string | null): readonly CitationItem[] {
  if (json === null) return [];
  try {
    const parsed = z.array(CitationItem).safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}
