import { useTranslation } from 'react-i18next';
import { TABLE_ENCODINGS } from '@shared/domain/dataset/recipe';
import { DataTable, Disclosure, NumberField, Select } from '../../../ui';
import type { TablePreview } from '../types';
import type { Choices, PickedColumns } from './wizard-state';
import styles from '../data.module.css';

export interface ColumnsStepProps {
  readonly table: TablePreview;
  readonly choices: Choices;
  readonly onChoices: (next: Choices) => void;
  readonly picked: PickedColumns;
  readonly onPicked: (next: PickedColumns) => void;
}

const ROLES = ['id', 'before', 'after'] as const;
const MOST_HEADER_ROWS = 8;

/** Which column holds what, beside the first rows of the table. */
export function ColumnsStep({ table, choices, onChoices, picked, onPicked }: ColumnsStepProps) {
  const { t } = useTranslation('data');
  const nameOf = (index: number): string => {
    const label = table.columns[index]?.label ?? '';
    return label === ''
      ? t('wizard.columns.column', { number: index + 1 })
      : t('wizard.columns.named', { number: index + 1, label });
  };
  const columns = table.columns.map(({ index }) => ({ id: String(index), label: nameOf(index) }));
  const used = ROLES.map((role) => picked[role]).filter((column) => column !== null);
  const twice = (column: number | null): boolean =>
    column !== null && used.filter((other) => other === column).length > 1;
  return (
    <div className={styles['fields']}>
      <p className={styles['words']}>{t('wizard.columns.text')}</p>
      <div className={styles['triple']}>
        {ROLES.map((role) => (
          <Select
            key={role}
            label={t(`wizard.columns.${role}`)}
            choices={columns}
            value={picked[role] === null ? null : String(picked[role])}
            onChange={(index) => {
              onPicked({ ...picked, [role]: Number(index) });
            }}
            placeholder={t('wizard.columns.choose')}
            error={twice(picked[role]) ? t('wizard.columns.same') : undefined}
          />
        ))}
      </div>
      <RangeFields choices={choices} onChoices={onChoices} />
      <Sample table={table} nameOf={nameOf} />
      <Disclosure title={t('wizard.columns.reading')}>
        <Reading table={table} choices={choices} onChoices={onChoices} />
      </Disclosure>
    </div>
  );
}

type ChoicesProps = Pick<ColumnsStepProps, 'choices' | 'onChoices'>;

/** The lowest and highest possible score; both are needed for a check of the range. */
function RangeFields({ choices, onChoices }: ChoicesProps) {
  const { t } = useTranslation('data');
  const range = choices.range ?? null;
  const low = range?.min ?? Number.NaN;
  const high = range?.max ?? Number.NaN;
  // An open end is a very far one: the recipe wants both.
  const far = Number.MAX_SAFE_INTEGER;
  const shown = (value: number): number => (Math.abs(value) === far ? Number.NaN : value);
  const set = (min: number, max: number): void => {
    if (Number.isNaN(min) && Number.isNaN(max)) onChoices({ ...choices, range: null });
    else {
      onChoices({
        ...choices,
        range: { min: Number.isNaN(min) ? -far : min, max: Number.isNaN(max) ? far : max },
      });
    }
  };
  return (
    <div className={styles['pair']}>
      <NumberField
        label={t('wizard.columns.min')}
        hint={t('wizard.columns.rangeHint')}
        value={shown(low)}
        onChange={(min) => {
          set(min, shown(high));
        }}
      />
      <NumberField
        label={t('wizard.columns.max')}
        value={shown(high)}
        onChange={(max) => {
          set(shown(low), max);
        }}
      />
    </div>
  );
}

interface SampleRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** The first rows as they stand in the file. */
function Sample({
  table,
  nameOf,
}: {
  readonly table: TablePreview;
  readonly nameOf: (index: number) => string;
}) {
  const { t } = useTranslation('data');
  const rows = table.sample.map((cells, index) => ({ number: index + 1, cells }));
  return (
    <DataTable
      caption={t('wizard.columns.caption')}
      columns={[
        {
          id: 'row',
          header: t('wizard.columns.row'),
          cell: (row: SampleRow) => row.number,
          isRowHeader: true,
          width: '4rem',
        },
        ...table.columns.map(({ index }) => ({
          id: String(index),
          header: nameOf(index),
          cell: (row: SampleRow) => row.cells[index] ?? '',
        })),
      ]}
      rows={rows}
      rowKey={(row) => String(row.number)}
    />
  );
}

/** Headings, decimals, separator and letters, for files that were guessed wrongly. */
function Reading({ table, choices, onChoices }: ChoicesProps & { readonly table: TablePreview }) {
  const { t } = useTranslation('data');
  const header = choices.headerRow === undefined ? table.guess.headerRow : choices.headerRow;
  const headerRows = Array.from({ length: Math.min(MOST_HEADER_ROWS, table.rowCount) }, (_, row) => ({
    id: String(row),
    label: t('wizard.columns.headerRow', { row: row + 1 }),
  }));
  return (
    <div className={styles['pair']}>
      <Select
        label={t('wizard.columns.header')}
        choices={[{ id: 'none', label: t('wizard.columns.headerNone') }, ...headerRows]}
        value={header === null ? 'none' : String(header)}
        onChange={(row) => {
          onChoices({ ...choices, headerRow: row === 'none' ? null : Number(row) });
        }}
      />
      <Select
        label={t('wizard.columns.decimal')}
        choices={[
          { id: '.', label: t('wizard.columns.decimalPoint') },
          { id: ',', label: t('wizard.columns.decimalComma') },
        ]}
        value={table.recipe?.decimal ?? '.'}
        onChange={(decimal) => {
          onChoices({ ...choices, decimal });
        }}
      />
      <Select
        label={t('wizard.columns.delimiter')}
        choices={[
          { id: ',', label: t('wizard.columns.comma') },
          { id: ';', label: t('wizard.columns.semicolon') },
          { id: '\t', label: t('wizard.columns.tab') },
        ]}
        value={table.delimiter}
        onChange={(delimiter) => {
          onChoices({ ...choices, delimiter });
        }}
      />
      <Select
        label={t('wizard.columns.encoding')}
        choices={TABLE_ENCODINGS.map((encoding) => ({ id: encoding, label: encoding.toUpperCase() }))}
        value={table.encoding}
        onChange={(encoding) => {
          onChoices({ ...choices, encoding });
        }}
      />
    </div>
  );
}
