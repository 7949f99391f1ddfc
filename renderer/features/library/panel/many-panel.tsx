import { ChevronDown, FolderPlus, KeyRound, PencilLine, Tag as TagIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { READ_STATUSES } from '@shared/domain/library/item-view';
import { useCommands } from '../../../lib/command';
import { useFormats } from '../../../lib/format';
import { Button, EmptyState, Icon, Menu } from '../../../ui';
import { attempt, setStatus } from '../actions';
import { relevanceEntries } from '../relevance';
import { selectedIds, useLibrary } from '../state';
import styles from './panel.module.css';

/** Commands, also of other features, with the short words of the context menu. */
const OTHERS = [
  ['library.copy-references', 'menu.references'],
  ['health.name-documents', 'menu.names'],
  ['duplicates.merge-chosen', 'menu.merge'],
  ['import.export', 'menu.export'],
  ['library.trash', 'bar.toTrash'],
] as const;
const HERE = { go: () => undefined, address: '/library', paths: [] };

/** What can be done with several papers at once. */
export function ManyPanel({ count }: { readonly count: number }) {
  const { t } = useTranslation(['library', 'items']);
  const { number } = useFormats();
  const { commands, run } = useCommands();
  const openDialog = useLibrary((state) => state.openDialog);
  const inTrash = useLibrary((state) => state.view.scope.kind === 'trash');
  const dialog = (id: 'batch' | 'tag' | 'add-to-collection') => () => {
    openDialog(id);
  };
  return (
    <EmptyState
      compact
      title={t('panel.many.title', { count, formatted: number(count) })}
      actions={
        inTrash ? null : (
          <div className={styles['actions']}>
            <Button variant="primary" icon={PencilLine} onPress={dialog('batch')}>
              {t('items:many.edit')}
            </Button>
            <Button icon={TagIcon} onPress={dialog('tag')}>
              {t('items:many.tag')}
            </Button>
            <Button icon={FolderPlus} onPress={dialog('add-to-collection')}>
              {t('items:many.collect')}
            </Button>
            <Menu
              label={t('items:many.status')}
              trigger={
                <Button>
                  {t('items:many.status')}
                  <Icon icon={ChevronDown} size={15} />
                </Button>
              }
              entries={READ_STATUSES.map((id) => ({
                id,
                label: t(`status.${id}`),
                onAction: () => void setStatus(selectedIds(), id),
              }))}
            />
            <Menu
              label={t('items:many.relevance')}
              trigger={
                <Button>
                  {t('items:many.relevance')}
                  <Icon icon={ChevronDown} size={15} />
                </Button>
              }
              entries={relevanceEntries(selectedIds(), undefined)}
            />
            <Button
              icon={KeyRound}
              onPress={() => void attempt('library.makeKeys', { itemIds: [...selectedIds()] })}
            >
              {t('items:many.keys')}
            </Button>
            {OTHERS.map(([id, words]) => {
              const command = commands.find((each) => each.id === id);
              return command?.isEnabled?.(HERE) === false || command === undefined ? null : (
                <Button key={id} icon={command.icon} onPress={() => void run(id)}>
                  {t(words)}
                </Button>
              );
            })}
          </div>
        )
      }
    >
      {t('panel.many.text')}
    </EmptyState>
  );
}
