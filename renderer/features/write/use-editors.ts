import type { Editor } from '@tiptap/core';
import { useCallback, useRef, useState } from 'react';

/** The editor last written in. */
export interface ActiveEditor {
  readonly sectionId: string;
  readonly editor: Editor;
}

/** The editors of a report by section, and ways to bring a place into view. */
export function useEditors(): {
  readonly active: ActiveEditor | null;
  readonly register: (sectionId: string, editor: Editor | null) => void;
  readonly focused: (sectionId: string, editor: Editor) => void;
  readonly showSection: (sectionId: string) => void;
  readonly showClaim: (claimId: string) => void;
} {
  const editors = useRef(new Map<string, Editor>());
  const [active, setActive] = useState<ActiveEditor | null>(null);

  const register = useCallback((sectionId: string, editor: Editor | null) => {
    if (editor === null) {
      editors.current.delete(sectionId);
      setActive((current) => (current?.sectionId === sectionId ? null : current));
    } else {
      editors.current.set(sectionId, editor);
    }
  }, []);
  const focused = useCallback((sectionId: string, editor: Editor) => {
    setActive({ sectionId, editor });
  }, []);
  const showSection = useCallback((sectionId: string) => {
    document.getElementById(`section-${sectionId}`)?.scrollIntoView({ block: 'start' });
    editors.current.get(sectionId)?.commands.focus('end', { scrollIntoView: false });
  }, []);
  const showClaim = useCallback((claimId: string) => {
    for (const editor of editors.current.values()) {
      const start = claimStart(editor, claimId);
      if (start === null) continue;
      editor
        .chain()
        .focus()
        .setTextSelection(start + 1)
        .scrollIntoView()
        .run();
      return;
    }
  }, []);

  return { active, register, focused, showSection, showClaim };
}

/** Place of the first words of a claim, null when the section does not hold it. */
function claimStart(editor: Editor, claimId: string): number | null {
  const found: number[] = [];
  editor.state.doc.descendants((node, position) => {
    if (node.marks.some((mark) => mark.type.name === 'claim' && mark.attrs['claimId'] === claimId))
      found.push(position);
  });
  return found[0] ?? null;
}
