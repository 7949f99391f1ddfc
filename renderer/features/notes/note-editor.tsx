import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '@shared/ipc/contract/notes';
import { call } from '../../lib/client';
import { useGo } from '../../lib/navigation';
import { reportFailure } from '../../lib/queries';
import { cx, useAutosave } from '../../ui';
import { followLink } from './follow-link';
import { LinkDialog } from './link-dialog';
import { htmlOfText, noteExtensions } from './note-extensions';
import { NoteToolbar } from './note-toolbar';
import rich from '../../ui/rich-text/rich-text.module.css';
import styles from './notes.module.css';

const htmlOf = ({ body, format }: Note): string => (format === 'html' ? body : htmlOfText(body));

async function save(noteId: string, body: string): Promise<boolean> {
  const done = await call('notes.update', { noteId, body, format: 'html' });
  if (!done.ok) reportFailure(done.error);
  return done.ok;
}

export interface NoteEditorProps {
  readonly note: Note;
  /** Begins with the cursor in the text: the note was just made. */
  readonly startsWriting?: boolean;
}

/** One note as rich text, saved while it is typed. A plain note becomes rich text with the first change. */
export function NoteEditor({ note, startsWriting = false }: NoteEditorProps) {
  const { t } = useTranslation('items');
  const go = useGo();
  const [isLinking, setLinking] = useState(false);
  const stored = htmlOf(note);
  const { change, flush, draft } = useAutosave(stored, (body) => save(note.id, body));
  const extensions = useMemo(() => noteExtensions(), []);
  const label = t('notes.label');
  const editor = useEditor({
    extensions,
    content: stored,
    injectCSS: false,
    autofocus: startsWriting ? 'end' : false,
    editorProps: {
      attributes: {
        class: cx(rich['text'], styles['content']),
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        spellcheck: 'true',
      },
      handleClick: (_view, _position, event) => {
        const link = event.target instanceof Element ? event.target.closest('a') : null;
        const href = link?.getAttribute('href');
        if (typeof href !== 'string') return false;
        event.preventDefault();
        void followLink(href, go);
        return true;
      },
      handleKeyDown: (_view, event) => {
        const mod = event.ctrlKey || event.metaKey;
        if (mod && event.shiftKey && event.code === 'KeyK') {
          setLinking(true);
          return true;
        }
        if (!mod || event.key !== 'Enter') return false;
        const href: unknown = editorRef.current.getAttributes('link')['href'];
        if (typeof href !== 'string') return false;
        void followLink(href, go);
        return true;
      },
    },
    onUpdate: ({ editor: changed }) => {
      change(changed.isEmpty ? '' : changed.getHTML());
    },
    onBlur: flush,
  });
  const editorRef = useRef(editor);
  useEffect(() => {
    editorRef.current = editor;
  }, [editor]);

  // Undo of the library, or the note written elsewhere: what is stored comes in while nothing is being typed.
  const shown = useRef(stored);
  useEffect(() => {
    if (shown.current === draft) return;
    shown.current = draft;
    if (draft === stored && draft !== editor.getHTML() && !(draft === '' && editor.isEmpty))
      editor.commands.setContent(draft, { emitUpdate: false });
  }, [draft, editor, stored]);

  return (
    <div className={styles['editor']}>
      <NoteToolbar
        editor={editor}
        onLink={() => {
          setLinking(true);
        }}
      />
      <EditorContent editor={editor} />
      {isLinking ? (
        <LinkDialog
          editor={editor}
          onClose={() => {
            setLinking(false);
          }}
        />
      ) : null}
    </div>
  );
}
