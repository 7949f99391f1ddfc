import {
  CSL_DATE_VARIABLES,
  CSL_NAME_VARIABLES,
  CSL_TEXT_VARIABLES,
  isDateVariable,
  isNameVariable,
  type CslItem,
} from '../../domain/bibliography';
import type { RecordExtras } from './extras';
import { dateCell, listCell, nameCell, pathsCell } from './table-cells';

/** A record with what hangs on it, as it goes into a table. */
export interface TableRecord {
  readonly item: CslItem;
  readonly extras: RecordExtras;
}

/** First columns of every table of ours, by which it is known again. */
export const OWN_HEAD = ['citation-key', 'type', 'title'] as const;

/** Columns for what is not bibliographic; `custom`, `education` and `notes` hold JSON. */
export const LOCAL_COLUMNS = [
  'tags',
  'collections',
  'read-status',
  'relevance',
  'design',
  'education',
  'notes',
  'date-added',
  'custom',
] as const;

const CSL_COLUMNS = [
  'author',
  'issued',
  ...Object.keys(CSL_TEXT_VARIABLES),
  ...Object.keys(CSL_NAME_VARIABLES),
  ...Object.keys(CSL_DATE_VARIABLES),
].filter((name, at, all) => all.indexOf(name) === at && !OWN_HEAD.some((own) => own === name));

/** Every heading that a table of ours can have. */
export const OWN_COLUMNS: ReadonlySet<string> = new Set([...OWN_HEAD, ...CSL_COLUMNS, ...LOCAL_COLUMNS]);

/**
 * Records as rows, the headings first: CSL names, only those that some record uses. Reading it back gives equal records
 * (files and relations are left to the formats that carry them).
 * @param records in the order of the table
 */
export function tableRows(records: readonly TableRecord[]): readonly (readonly string[])[] {
  const cells = records.map(cellsOf);
  const used = new Set(cells.flatMap((row) => [...row.keys()]));
  const headings = [...OWN_HEAD, ...[...CSL_COLUMNS, ...LOCAL_COLUMNS].filter((name) => used.has(name))];
  return [headings, ...cells.map((row) => headings.map((heading) => row.get(heading) ?? ''))];
}

function cellsOf({ item, extras }: TableRecord): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  const put = (column: string, text: string | undefined): void => {
    if (text !== undefined && text !== '') cells.set(column, text);
  };
  for (const [name, value] of Object.entries(item)) {
    if (value === undefined || name === 'id' || name === 'custom') continue;
    if (typeof value === 'string') put(name, value);
    else if (isNameVariable(name)) put(name, nameCell(item[name] ?? []));
    else if (isDateVariable(name)) put(name, dateCell(item[name] ?? {}));
  }
  const { local } = extras;
  put('tags', listCell(extras.tags ?? []));
  put('collections', pathsCell(extras.collections ?? []));
  put('read-status', local?.readStatus);
  put('relevance', local?.relevance === undefined ? undefined : String(local.relevance));
  put('design', local?.design);
  put('education', jsonText(local?.education ?? {}));
  put('notes', jsonText(extras.notes ?? []));
  put('date-added', extras.dateAdded);
  put('custom', jsonText(item.custom ?? {}));
  return cells;
}

function jsonText(value: object): string {
  return Object.keys(value).length === 0 ? '' : JSON.stringify(value);
}
