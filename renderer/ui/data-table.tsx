import type { ReactNode } from 'react';
import { useBroughtIntoView } from './brought-into-view';
import { cx } from './cx';
import { Unseen } from './text';
import styles from './data-table.module.css';

export interface DataColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row, index: number) => ReactNode;
  /** Numbers stand at the end of their column. */
  readonly kind?: 'text' | 'number' | undefined;
  /** The column that names the row for screen readers. */
  readonly isRowHeader?: boolean | undefined;
  readonly width?: string | undefined;
}

export interface DataTableProps<Row> {
  /** What the table shows; spoken, and seen unless hidden. */
  readonly caption: string;
  readonly hideCaption?: boolean | undefined;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, index: number) => string;
  readonly className?: string | undefined;
  /** Key of the row that an address names: it is brought into sight and marked. */
  readonly currentKey?: string | undefined;
}

/** A plain table for up to some hundred rows (the library list is a virtual grid of its own). */
export function DataTable<Row>({
  caption,
  hideCaption,
  columns,
  rows,
  rowKey,
  className,
  currentKey,
}: DataTableProps<Row>) {
  return (
    // A region that scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- required by axe's scrollable-region-focusable
    <div className={cx(styles['scroll'], className)} tabIndex={0} role="group" aria-label={caption}>
      <table className={styles['table']}>
        <caption {...(hideCaption === true ? {} : { className: styles['caption'] })}>
          {hideCaption === true ? <Unseen>{caption}</Unseen> : caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={cx(column.kind === 'number' && styles['number'])}
                style={column.width === undefined ? {} : { width: column.width }}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const key = rowKey(row, index);
            return (
              <TableRow key={key} row={row} index={index} columns={columns} isCurrent={key === currentKey} />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface TableRowProps<Row> {
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly DataColumn<Row>[];
  readonly isCurrent: boolean;
}

function TableRow<Row>({ row, index, columns, isCurrent }: TableRowProps<Row>) {
  const element = useBroughtIntoView<HTMLTableRowElement>(isCurrent);
  return (
    <tr
      ref={element}
      className={isCurrent ? styles['current'] : undefined}
      {...(isCurrent ? { tabIndex: -1, 'aria-current': true } : {})}
    >
      {columns.map((column) => {
        const className = cx(column.kind === 'number' && styles['number']);
        return column.isRowHeader === true ? (
          <th key={column.id} scope="row" className={className}>
            {column.cell(row, index)}
          </th>
        ) : (
          <td key={column.id} className={className}>
            {column.cell(row, index)}
          </td>
        );
      })}
    </tr>
  );
}
