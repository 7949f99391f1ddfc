import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { BadgeCheck, Quote, Redo2, TextQuote, Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Toolbar as AriaToolbar } from 'react-aria-components';
import { Button, IconButton } from '../../../ui';
import { FormatButtons, type FormatName } from '../../../ui/rich-text/format-buttons';
import { isMac, showShortcut } from '../../../lib/shortcut';
import styles from './toolbar.module.css';

export interface ToolbarProps {
  /** The editor last written in; null before the first one. */
  readonly editor: Editor | null;
  readonly onCite: (editor: Editor) => void;
  readonly onEvidence: (editor: Editor) => void;
  readonly onClaim: (editor: Editor) => void;
}

const FORMATS: readonly FormatName[] = [
  'bold',
  'italic',
  'underline',
  'heading',
  'bulletList',
  'orderedList',
  'blockquote',
];

/** Moves the focus from the text to the toolbar (Alt+F10, as word processors do); Escape goes back. */
export function focusToolbar(): void {
  document.querySelector<HTMLElement>('[data-write-toolbar] button:not([disabled])')?.focus();
}

/** Formatting and the three things a report is about: cite, add evidence, mark a claim. */
export function Toolbar({ editor, onCite, onEvidence, onClaim }: ToolbarProps) {
  const { t } = useTranslation('write');
  const state = useEditorState({
    editor,
    selector: ({ editor: current }) =>
      current === null
        ? null
        : {
            hasSelection: !current.state.selection.empty,
            inClaim: current.isActive('claim'),
            canUndo: current.can().undo(),
            canRedo: current.can().redo(),
          },
  });
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const toolbar = frame.current;
    if (toolbar === null) return undefined;
    const backToText = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || editor === null) return;
      event.preventDefault();
      editor.commands.focus();
    };
    toolbar.addEventListener('keydown', backToText);
    return () => {
      toolbar.removeEventListener('keydown', backToText);
    };
  }, [editor]);
  const isDisabled = editor === null;
  const withEditor = (run: (current: Editor) => void) => () => {
    if (editor !== null) run(editor);
  };
  return (
    <div ref={frame} className={styles['frame']} data-write-toolbar="">
      <AriaToolbar aria-label={t('toolbar.label')} className={styles['toolbar'] ?? ''}>
        <FormatButtons editor={editor} formats={FORMATS} />
        <span className={styles['divider']} aria-hidden="true" />
        <Button
          size="small"
          variant="quiet"
          icon={TextQuote}
          isDisabled={isDisabled}
          onPress={withEditor(onCite)}
        >
          {t('toolbar.cite')}
        </Button>
        <Button
          size="small"
          variant="quiet"
          icon={BadgeCheck}
          isDisabled={isDisabled || !(state?.hasSelection === true || state?.inClaim === true)}
          onPress={withEditor(onClaim)}
        >
          {state?.inClaim === true ? t('toolbar.unclaim') : t('toolbar.claim')}
        </Button>
        <Button
          size="small"
          variant="quiet"
          icon={Quote}
          isDisabled={isDisabled}
          onPress={withEditor(onEvidence)}
        >
          {t('toolbar.evidence')}
        </Button>
        <span className={styles['space']} />
        <span className={styles['history']}>
          <IconButton
            icon={Undo2}
            size="small"
            label={t('toolbar.undo')}
            shortcut={showShortcut('mod+z', isMac)}
            isDisabled={state?.canUndo !== true}
            onPress={withEditor((current) => current.chain().focus().undo().run())}
          />
          <IconButton
            icon={Redo2}
            size="small"
            label={t('toolbar.redo')}
            shortcut={showShortcut('mod+shift+z', isMac)}
            isDisabled={state?.canRedo !== true}
            onPress={withEditor((current) => current.chain().focus().redo().run())}
          />
        </span>
      </AriaToolbar>
    </div>
  );
}
