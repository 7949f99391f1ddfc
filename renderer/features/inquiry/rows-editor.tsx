import { ChevronDown, ChevronRight, LockKeyhole, Plus, Trash2 } from 'lucide-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf } from '@shared/domain/inquiry';
import type { ColumnDefinition, FieldCell, FieldRow, RowsFieldDefinition } from '@shared/domain/inquiry';
import { useFormats } from '../../lib/format';
import {
  AutosaveTextArea,
  AutosaveTextField,
  Button,
  Checkbox,
  Icon,
  IconButton,
  NumberField,
  Select,
  Unseen,
} from '../../ui';
import { useLocal } from './content';
import { DateField } from './date-field';
import { useProject } from './project-context';
import { useRows } from './use-rows';
import styles from './inquiry.module.css';
import fieldStyles from './field.module.css';

/** With more columns than this, only required ones and boxes to tick stand in the table and the others unfold below their row. */
const widest = 4;

interface CellEditorProps {
  readonly column: ColumnDefinition;
  readonly row: FieldRow;
  readonly hideLabel: boolean;
  readonly rowNumber: number;
  readonly onSave: (cell: FieldCell) => Promise<boolean>;
}

function CellEditor({ column, row, hideLabel, rowNumber, onSave }: CellEditorProps) {
  const { t } = useTranslation('inquiry');
  const local = useLocal();
  const formats = useFormats();
  const cell = row[column.key];
  const name = local(column.label);
  // In a table the column header is seen; a screen reader hears it with the number of the row.
  const common = hideLabel
    ? { label: `${name} ${String(rowNumber)}`, hideLabel, density: 'compact' as const }
    : { label: name, density: 'normal' as const };
  switch (column.type) {
    case 'text':
      // A cell grows with its text: a line that scrolls sideways hides what was written.
      return hideLabel ? (
        <AutosaveTextArea {...common} rows={1} value={textOf(cell)} onSave={onSave} />
      ) : (
        <AutosaveTextField {...common} value={textOf(cell)} onSave={onSave} />
      );
    case 'long-text':
      return <AutosaveTextArea {...common} rows={hideLabel ? 1 : 2} value={textOf(cell)} onSave={onSave} />;
    case 'date':
      return <DateField {...common} value={textOf(cell)} onSave={onSave} />;
    case 'number':
      return (
        <NumberField
          {...common}
          value={typeof cell === 'number' ? cell : NaN}
          onChange={(next) => void onSave(Number.isNaN(next) ? null : next)}
        />
      );
    case 'choice':
      return (
        <div className={fieldStyles['choiceCell']}>
          {column.key === 'privacy' && cell === 'P2' ? <Icon icon={LockKeyhole} size={15} /> : null}
          <Select
            {...common}
            placeholder={t('field.choose')}
            value={textOf(cell) === '' ? null : textOf(cell)}
            onChange={(next) => void onSave(next)}
            choices={(column.options ?? []).map((option) => ({ id: option.id, label: local(option.label) }))}
          />
        </div>
      );
    case 'tick':
      return (
        <Checkbox
          isSelected={cell === true}
          onChange={(next) => void onSave(next)}
          {...(hideLabel ? { 'aria-label': `${name} ${String(rowNumber)}` } : {})}
        >
          {hideLabel ? null : name}
        </Checkbox>
      );
    case 'stamp':
      return textOf(cell) === '' ? null : (
        <span className={styles['meta']}>{t('field.setOn', { date: formats.date(textOf(cell)) })}</span>
      );
  }
}

/** A table of rows that is edited in place; every cell saves by itself. */
export function RowsEditor({ field }: { readonly field: RowsFieldDefinition }) {
  const { t } = useTranslation('inquiry');
  const local = useLocal();
  const { detail, save } = useProject();
  const { rows, add, setCell, remove } = useRows(detail.values[field.key], (value) => save(field.key, value));
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const shown =
    field.columns.length > widest
      ? field.columns.filter((column) => column.required || column.type === 'tick')
      : field.columns;
  const folded = field.columns.filter((column) => !shown.includes(column));
  const toggle = (id: string): void => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  const isFull = field.maxRows !== undefined && rows.length >= field.maxRows;
  return (
    <div className={fieldStyles['rows']}>
      {rows.length === 0 ? (
        <p className={styles['meta']}>{t('field.noRows')}</p>
      ) : (
        <div className={fieldStyles['scroll']}>
          <table className={fieldStyles['table']}>
            <caption>
              <Unseen>{local(field.label)}</Unseen>
            </caption>
            <thead>
              <tr>
                {shown.map((column) => (
                  <th key={column.key} scope="col" data-type={column.type}>
                    {local(column.label)}
                  </th>
                ))}
                <th scope="col">
                  <Unseen>{t('field.rowActions')}</Unseen>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => {
                const number = index + 1;
                const isOpen = open.has(row.id);
                return (
                  <Fragment key={row.id}>
                    <tr data-open={isOpen}>
                      {shown.map((column) => (
                        <td key={column.key} data-type={column.type}>
                          <CellEditor
                            column={column}
                            row={row}
                            rowNumber={number}
                            hideLabel
                            onSave={(cell) => setCell(row.id, column.key, cell)}
                          />
                        </td>
                      ))}
                      <td className={fieldStyles['rowActions']}>
                        {folded.length > 0 ? (
                          <IconButton
                            icon={isOpen ? ChevronDown : ChevronRight}
                            size="small"
                            label={t('field.moreOfRow', { number })}
                            aria-expanded={isOpen}
                            onPress={() => {
                              toggle(row.id);
                            }}
                          />
                        ) : null}
                        <IconButton
                          icon={Trash2}
                          size="small"
                          label={t('field.removeRow', { number })}
                          onPress={() => {
                            remove(row.id);
                          }}
                        />
                      </td>
                    </tr>
                    {isOpen ? (
                      <tr>
                        <td colSpan={shown.length + 1} className={fieldStyles['foldedCell']}>
                          <div className={fieldStyles['folded']}>
                            {folded.map((column) => (
                              <CellEditor
                                key={column.key}
                                column={column}
                                row={row}
                                rowNumber={number}
                                hideLabel={false}
                                onSave={(cell) => setCell(row.id, column.key, cell)}
                              />
                            ))}
                          </div>
                        </td>
                      </tr>
                    ) : null}
                  </Fragment>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {isFull ? (
        <p className={styles['meta']}>{t('field.full', { count: field.maxRows })}</p>
      ) : (
        <Button size="small" icon={Plus} onPress={add}>
          {t('field.addRow')}
        </Button>
      )}
    </div>
  );
}
