import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Link2 } from 'lucide-react';
import { Toolbar as AriaToolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { isMac, showShortcut } from '../../lib/shortcut';
import { ToggleButton } from '../../ui';
import { FormatButtons, type FormatName } from '../../ui/rich-text/format-buttons';
import styles from './notes.module.css';

const FORMATS: readonly FormatName[] = [
  'bold',
  'italic',
  'heading',
  'bulletList',
  'orderedList',
  'blockquote',
];

export interface NoteToolbarProps {
  readonly editor: Editor;
  readonly onLink: () => void;
}

/** Formatting of a note. */
export function NoteToolbar({ editor, onLink }: NoteToolbarProps) {
  const { t } = useTranslation('items');
  const isLink = useEditorState({ editor, selector: ({ editor: current }) => current.isActive('link') });
  return (
    <AriaToolbar aria-label={t('notes.toolbar')} className={styles['toolbar'] ?? ''}>
      <FormatButtons editor={editor} formats={FORMATS} />
      <ToggleButton
        icon={Link2}
        label={t('notes.link')}
        iconOnly
        size="small"
        shortcut={showShortcut('mod+shift+k', isMac)}
        isSelected={isLink}
        onChange={onLink}
      />
    </AriaToolbar>
  );
}
