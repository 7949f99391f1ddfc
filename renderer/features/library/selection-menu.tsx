import type { TFunction } from 'i18next';
import { RotateCcw, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { READ_STATUSES } from '@shared/domain/library/item-view';
import { useCommands } from '../../lib/command';
import { isMac, showShortcut } from '../../lib/shortcut';
import { ContextMenu, type MenuAction, type MenuEntry } from '../../ui';
import { putBack, setStatus } from './actions';
import { selectedIds, useLibrary } from './state';

/** Commands of the menu, group by group, with the short words they have here; those of other features by their id. */
const GROUPS = [
  [
    ['library.read', 'menu.read'],
    ['library.copy-citation', 'menu.citation'],
    ['library.copy-references', 'menu.references'],
  ],
  [
    ['library.add-to-collection', 'menu.collect'],
    ['library.take-out', 'menu.uncollect'],
    ['library.tag', 'menu.tag'],
    ['library.change-together', 'menu.together'],
    ['health.name-documents', 'menu.names'],
  ],
  'statuses',
  [
    ['duplicates.merge-chosen', 'menu.merge'],
    ['online.check-chosen', 'menu.withdrawn'],
    ['import.export', 'menu.export'],
  ],
  [['library.trash', 'bar.toTrash']],
] as const;

type CommandLine = Exclude<(typeof GROUPS)[number], 'statuses'>[number];
type Words = TFunction<'library'>;

const HERE = { go: () => undefined, address: '/library', paths: [] };

function statuses(t: Words): MenuAction[] {
  return READ_STATUSES.map((status) => ({
    id: status,
    label: t(`status.${status}`),
    onAction: () => void setStatus(selectedIds(), status),
  }));
}

function restore(t: Words): MenuAction {
  return {
    id: 'restore',
    label: t('trash.restore'),
    icon: RotateCcw,
    onAction: () => void putBack(selectedIds()),
  };
}

function remove(t: Words): MenuAction {
  return {
    id: 'delete-for-good',
    label: t('trash.deleteMore'),
    icon: Trash2,
    tone: 'danger',
    onAction: () => {
      useLibrary.getState().openDialog('delete-for-good');
    },
  };
}

interface SelectionMenuProps {
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly onClose: () => void;
}

/** What can be done with the chosen papers, at the pointer or the focused row. */
export function SelectionMenu({ at, onClose }: SelectionMenuProps) {
  const { t } = useTranslation('library');
  const { commands, run } = useCommands();
  const { scope } = useLibrary((state) => state.view);
  // Drawn again when other papers are chosen: the commands look at them.
  useLibrary((state) => state.selection.ids);
  const groups = (): MenuEntry[] =>
    GROUPS.flatMap((group, index) => {
      const actions = group === 'statuses' ? statuses(t) : group.flatMap(commandEntry);
      return actions.length === 0 ? [] : [...(index === 0 ? [] : ['separator' as const]), ...actions];
    });
  const commandEntry = ([id, words]: CommandLine): MenuAction[] => {
    const command = commands.find((each) => each.id === id);
    // What makes no sense for the chosen papers is left out: the menu is long enough.
    if (command === undefined || command.isEnabled?.(HERE) === false) return [];
    const { icon, shortcut } = command;
    return [
      {
        id,
        label: t(words),
        icon,
        shortcut: shortcut === undefined ? undefined : showShortcut(shortcut, isMac),
        tone: id === 'library.trash' ? 'danger' : 'normal',
        onAction: () => {
          run(id);
        },
      },
    ];
  };
  const inTrash: readonly MenuEntry[] = [restore(t), 'separator', remove(t)];
  const entries = at === null ? [] : scope.kind === 'trash' ? inTrash : groups();
  return <ContextMenu label={t('menu.label')} entries={entries} at={at} onClose={onClose} />;
}
