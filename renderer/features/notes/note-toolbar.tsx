import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Bold, Heading, Italic, Link2, List, ListOrdered, Quote, type LucideIcon } from 'lucide-react';
import { Toolbar as AriaToolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { isMac, showShortcut } from '../../lib/shortcut';
import { ToggleButton } from '../../ui';
import styles from './notes.module.css';

interface Format {
  readonly name: 'bold' | 'italic' | 'heading' | 'bulletList' | 'orderedList' | 'blockquote';
  readonly icon: LucideIcon;
  readonly shortcut: string;
  readonly toggle: (editor: Editor) => void;
}

const FORMATS: readonly Format[] = [
  {
    name: 'bold',
    icon: Bold,
    shortcut: 'mod+b',
    toggle: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    name: 'italic',
    icon: Italic,
    shortcut: 'mod+i',
    toggle: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: 'heading',
    icon: Heading,
    shortcut: 'mod+alt+3',
    toggle: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  {
    name: 'bulletList',
    icon: List,
    shortcut: 'mod+shift+8',
    toggle: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'orderedList',
    icon: ListOrdered,
    shortcut: 'mod+shift+7',
    toggle: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: 'blockquote',
    icon: Quote,
    shortcut: 'mod+shift+b',
    toggle: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
];

export interface NoteToolbarProps {
  readonly editor: Editor;
  readonly onLink: () => void;
}

/** Formatting of a note. */
export function NoteToolbar({ editor, onLink }: NoteToolbarProps) {
  const { t } = useTranslation('items');
  const active = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      formats: FORMATS.filter(({ name }) => current.isActive(name)).map(({ name }) => name),
      link: current.isActive('link'),
    }),
  });
  return (
    <AriaToolbar aria-label={t('notes.toolbar')} className={styles['toolbar'] ?? ''}>
      {FORMATS.map(({ name, icon, shortcut, toggle }) => (
        <ToggleButton
          key={name}
          icon={icon}
          label={t(`notes.${name}`)}
          iconOnly
          size="small"
          shortcut={showShortcut(shortcut, isMac)}
          isSelected={active.formats.includes(name)}
          onChange={() => {
            toggle(editor);
          }}
        />
      ))}
      <ToggleButton
        icon={Link2}
        label={t('notes.link')}
        iconOnly
        size="small"
        shortcut={showShortcut('mod+shift+k', isMac)}
        isSelected={active.link}
        onChange={onLink}
      />
    </AriaToolbar>
  );
}
