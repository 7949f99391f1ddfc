import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Bold, Heading, Italic, List, ListOrdered, Quote, Underline, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isMac, showShortcut } from '../../lib/shortcut';
import { ToggleButton } from '../button';

interface Format {
  readonly icon: LucideIcon;
  readonly shortcut: string;
  readonly toggle: (editor: Editor) => void;
}

const FORMATS = {
  bold: {
    icon: Bold,
    shortcut: 'mod+b',
    toggle: (editor) => editor.chain().focus().toggleBold().run(),
  },
  italic: {
    icon: Italic,
    shortcut: 'mod+i',
    toggle: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  underline: {
    icon: Underline,
    shortcut: 'mod+u',
    toggle: (editor) => editor.chain().focus().toggleUnderline().run(),
  },
  heading: {
    icon: Heading,
    shortcut: 'mod+alt+3',
    toggle: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  bulletList: {
    icon: List,
    shortcut: 'mod+shift+8',
    toggle: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  orderedList: {
    icon: ListOrdered,
    shortcut: 'mod+shift+7',
    toggle: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  blockquote: {
    icon: Quote,
    shortcut: 'mod+shift+b',
    toggle: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
} satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof FORMATS;

export interface FormatButtonsProps {
  /** The editor that is written in; null before there is one. */
  readonly editor: Editor | null;
  readonly formats: readonly FormatName[];
}

/** The buttons of a toolbar that say and change how the words at the cursor are set. */
export function FormatButtons({ editor, formats }: FormatButtonsProps) {
  const { t } = useTranslation('common');
  const active = useEditorState({
    editor,
    selector: ({ editor: current }) => formats.filter((name) => current?.isActive(name) === true),
  });
  return formats.map((name) => {
    const { icon, shortcut, toggle } = FORMATS[name];
    return (
      <ToggleButton
        key={name}
        icon={icon}
        label={t(`format.${name}`)}
        iconOnly
        size="small"
        shortcut={showShortcut(shortcut, isMac)}
        isDisabled={editor === null}
        isSelected={active?.includes(name) ?? false}
        onChange={() => {
          if (editor !== null) toggle(editor);
        }}
      />
    );
  });
}
