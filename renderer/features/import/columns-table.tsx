import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableTarget } from '@shared/domain/import';
import type { PreviewTable } from '@shared/ipc/contract/import';
import { Button, DataTable, Select } from '../../ui';
import styles from './columns.module.css';
import { useColumnWords, useTargetChoices, type TargetChoice } from './columns-words';

/** Columns shown at first: more take a while to draw. */
const PAGE = 60;

interface ColumnsTableProps {
  readonly columns: PreviewTable['columns'];
  readonly targets: readonly TableTarget[];
  /** Keep it stable (useCallback). */
  readonly onChoose: (at: number, target: TableTarget) => void;
}

/** One line per column of a table: what it is called, what stands in it, what it holds. */
export function ColumnsTable({ columns, targets, onChoose }: ColumnsTableProps) {
  const { t } = useTranslation('import');
  const nameOf = useColumnWords();
  const choices = useTargetChoices();
  const [shown, setShown] = useState(PAGE);
  return (
    <>
      <DataTable
        caption={t('columns.list')}
        hideCaption
        className={styles['table']}
        rows={columns.slice(0, shown)}
        rowKey={(_, at) => String(at)}
        columns={[
          {
            id: 'column',
            header: t('columns.column'),
            isRowHeader: true,
            cell: ({ heading }, at) => <span className={styles['heading']}>{nameOf(heading, at)}</span>,
          },
          {
            id: 'examples',
            header: t('columns.examples'),
            cell: ({ examples }) =>
              examples.length === 0 ? (
                <span className={styles['example']}>{t('columns.empty')}</span>
              ) : (
                examples.map((example) => (
                  <span key={example} className={styles['example']}>
                    {example}
                  </span>
                ))
              ),
          },
          {
            id: 'holds',
            header: t('columns.holds'),
            cell: ({ heading }, at) => (
              <Holds
                at={at}
                label={t('columns.holdsOf', { column: nameOf(heading, at) })}
                target={targets[at] ?? 'carry'}
                choices={choices}
                onChoose={onChoose}
              />
            ),
          },
        ]}
      />
      {columns.length > shown ? (
        <div>
          <Button
            onPress={() => {
              setShown(columns.length);
            }}
          >
            {t('columns.more', { count: columns.length - shown })}
          </Button>
        </div>
      ) : null}
    </>
  );
}

interface HoldsProps {
  readonly at: number;
  readonly label: string;
  readonly target: TableTarget;
  readonly choices: readonly TargetChoice[];
  readonly onChoose: (at: number, target: TableTarget) => void;
}

/** Drawn again only when its own column changes: a table may have a hundred of them, each with a long list. */
const Holds = memo(function Holds({ at, label, target, choices, onChoose }: HoldsProps) {
  return (
    <Select
      label={label}
      hideLabel
      choices={choices}
      value={target}
      onChange={(next) => {
        onChoose(at, next);
      }}
    />
  );
});
