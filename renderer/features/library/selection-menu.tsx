import { FolderPlus, PencilLine, RotateCcw, Tag as TagIcon, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { READ_STATUSES } from '@shared/domain/library/item-view';
import { useCommands } from '../../lib/command';
import { useGo } from '../../lib/navigation';
import { showShortcut, isMac } from '../../lib/shortcut';
import { wordsOf } from '../../lib/words';
import { ContextMenu, type MenuEntry } from '../../ui';
import { moveToTrash, putBack, setStatus } from './actions';
import { selectedIds, useLibrary } from './state';

export interface SelectionMenuProps {
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly onClose: () => void;
}

/** Commands of this and other features that act on the chosen papers; those that make no sense now are left out. */
const FIRST = ['library.read', 'library.copy-citation', 'library.copy-references', 'import.export'] as const;
const TOGETHER = ['duplicates.compare-chosen', 'library.take-out'] as const;

/** What can be done with the chosen papers, at the pointer or the focused row. */
export function SelectionMenu({ at, onClose }: SelectionMenuProps) {
  const { t, i18n } = useTranslation(['library', 'items']);
  const openDialog = useLibrary((state) => state.openDialog);
  const { scope } = useLibrary((state) => state.view);
  const { commands, run } = useCommands();
  const go = useGo();
  const entriesOf = (ids: readonly string[]): readonly MenuEntry[] =>
    ids.flatMap((id) => {
      const command = commands.find((known) => known.id === id);
      if (command?.isEnabled?.({ go, address: '/library', paths: [] }) === false || !command) return [];
      return [
        {
          id,
          label: wordsOf(i18n, command.titleKey),
          ...(command.icon ? { icon: command.icon } : {}),
          ...(command.shortcut === undefined ? {} : { shortcut: showShortcut(command.shortcut, isMac) }),
          onAction: () => {
            run(id);
          },
        },
      ];
    });
  const dialog = (id: 'add-to-collection' | 'tag' | 'batch') => () => {
    openDialog(id);
  };
  const entries = (): readonly MenuEntry[] => {
    if (scope.kind === 'trash')
      return [
        {
          id: 'restore',
          label: t('trash.restore'),
          icon: RotateCcw,
          onAction: () => void putBack(selectedIds()),
        },
      ];
    return [
      ...entriesOf(FIRST),
      'separator',
      {
        id: 'collection',
        label: t('commands.add-to-collection'),
        icon: FolderPlus,
        onAction: dialog('add-to-collection'),
      },
      { id: 'tag', label: t('commands.tag'), icon: TagIcon, onAction: dialog('tag') },
      { id: 'batch', label: t('items:batch.command'), icon: PencilLine, onAction: dialog('batch') },
      ...entriesOf(TOGETHER),
      'separator',
      ...READ_STATUSES.map((status) => ({
        id: status,
        label: t(`status.${status}`),
        onAction: () => void setStatus(selectedIds(), status),
      })),
      'separator',
      {
        id: 'trash',
        label: t('bar.toTrash'),
        icon: Trash2,
        tone: 'danger' as const,
        onAction: () => void moveToTrash(selectedIds(), ''),
      },
    ];
  };
  return (
    <ContextMenu label={t('menu.label')} entries={at === null ? [] : entries()} at={at} onClose={onClose} />
  );
}
