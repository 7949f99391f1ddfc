import { Columns3, MoveHorizontal, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ContextMenu, IconButton } from '../../../ui';
import styles from '../paper-table.module.css';
import { COLUMNS_BUTTON, openColumnsMenu, whenUncovered } from './menu-place';
import { COLUMN_IDS, isUsual, type ColumnLayout } from './model';
import { useColumns } from './store';

/** The button at the end of the head, and the menu in which columns are chosen. */
export function ColumnMenu({ layout }: { readonly layout: ColumnLayout }) {
  const { t } = useTranslation('library');
  const { choice, menuAt, show, reset, openMenu, setSizing } = useColumns();
  return (
    <>
      <div className={styles['columnsButton']}>
        <IconButton
          id={COLUMNS_BUTTON}
          icon={Columns3}
          size="small"
          label={t('columns.choose')}
          aria-haspopup="menu"
          onPress={openColumnsMenu}
        />
      </div>
      <ContextMenu
        label={t('columns.title')}
        at={menuAt}
        onClose={() => {
          openMenu(null);
        }}
        checks={{
          label: t('columns.shown'),
          choices: COLUMN_IDS.map((id) => ({
            id,
            label: t(`column.${id}`),
            // Without its title a row says nothing.
            isDisabled: id === 'title',
            hint: layout.missing.includes(id) ? t('columns.noRoom') : undefined,
          })),
          selected: choice.shown,
          onChange: (ids) => {
            show(COLUMN_IDS.filter((id) => ids.has(id)));
          },
        }}
        entries={[
          'separator',
          {
            id: 'widths',
            label: t('columns.byKeys'),
            icon: MoveHorizontal,
            onAction: () => {
              whenUncovered(() => {
                setSizing(true);
              });
            },
          },
          {
            id: 'usual',
            label: t('columns.usual'),
            icon: RotateCcw,
            isDisabled: isUsual(choice),
            onAction: reset,
          },
        ]}
      />
    </>
  );
}
