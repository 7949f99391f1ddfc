import type { Editor } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ReportContent } from '@shared/domain/report/document';
import { useContractMutation } from '../../../lib/queries';
import { cx } from '../../../ui';
import { focusToolbar } from './toolbar';
import { sectionExtensions } from './extensions';
import type { CitationOptions } from './citation-node';
import type { EvidenceNodeOptions } from './evidence-nodes';
import { useSectionDraft, type DraftState } from './use-section-draft';
import rich from '../../../ui/rich-text/rich-text.module.css';
import styles from './editor.module.css';

export interface SectionEditorProps {
  readonly sectionId: string;
  readonly content: ReportContent;
  readonly headingId: string;
  readonly promptId: string;
  /** Language of the report, for spelling and reading aloud. */
  readonly language: string;
  readonly citation: CitationOptions;
  readonly evidence: EvidenceNodeOptions;
  readonly onReady: (sectionId: string, editor: Editor | null) => void;
  readonly onFocus: (sectionId: string, editor: Editor) => void;
  readonly onContent: (sectionId: string, content: ReportContent) => void;
  readonly onState: (sectionId: string, state: DraftState) => void;
  /** The cursor entered a claim. */
  readonly onClaim: (claimId: string) => void;
}

/** The text of one section: saved while it is typed, refreshed by undo. */
export function SectionEditor(props: SectionEditorProps) {
  const { sectionId, content, headingId, promptId, language, citation, evidence } = props;
  const { onReady, onFocus, onContent, onState, onClaim } = props;
  const { run: update } = useContractMutation('report.updateSection');
  const editorRef = useRef<Editor | null>(null);

  const save = useCallback(
    async (json: string) => {
      const parsed = ReportContent.safeParse(JSON.parse(json));
      if (!parsed.success) return false;
      const result = await update({ sectionId, content: parsed.data });
      return result.ok;
    },
    [sectionId, update],
  );
  const takeIn = useCallback(
    (json: string) => {
      const parsed = ReportContent.safeParse(JSON.parse(json));
      if (!parsed.success) return;
      editorRef.current?.commands.setContent(parsed.data, { emitUpdate: false });
      onContent(sectionId, parsed.data);
    },
    [onContent, sectionId],
  );
  const { state, change, flush } = useSectionDraft(JSON.stringify(content), save, takeIn);

  // Later content comes in through `takeIn`: the editor is made once.
  const [firstContent] = useState(content);
  const extensions = useMemo(() => sectionExtensions(citation, evidence), [citation, evidence]);
  const editor = useEditor({
    extensions,
    content: firstContent,
    injectCSS: false,
    editorProps: {
      attributes: {
        class: cx(rich['text'], styles['content']),
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': headingId,
        'aria-describedby': promptId,
        lang: language,
        spellcheck: 'true',
      },
      handleKeyDown: (_view, event) => {
        if (event.key !== 'F10' || !event.altKey) return false;
        focusToolbar();
        return true;
      },
    },
    onUpdate: ({ editor: changed }) => {
      const parsed = ReportContent.safeParse(changed.getJSON());
      if (!parsed.success) return;
      change(JSON.stringify(parsed.data));
      onContent(sectionId, parsed.data);
    },
    onSelectionUpdate: ({ editor: moved }) => {
      const claimId: unknown = moved.getAttributes('claim')['claimId'];
      if (typeof claimId === 'string') onClaim(claimId);
    },
    onFocus: ({ editor: focused }) => {
      onFocus(sectionId, focused);
    },
    onBlur: flush,
  });

  useEffect(() => {
    editorRef.current = editor;
    onReady(sectionId, editor);
    return () => {
      onReady(sectionId, null);
    };
  }, [editor, onReady, sectionId]);

  useEffect(() => {
    onState(sectionId, state);
  }, [onState, sectionId, state]);

  return <EditorContent editor={editor} />;
}
