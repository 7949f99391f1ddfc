import { extname } from 'node:path';
import type Database from 'better-sqlite3';
import { readSettingValues, writeSetting } from '@db/repositories/setting';
import {
  MAX_REMEMBERED_TABLES,
  type RememberedTable,
  type TablePlan,
  type TablePlans,
} from '@shared/domain/import';
import { readSettings } from '@shared/domain/settings/settings';
import { fail, ok, type Result } from '@shared/lib/result';
import type { TableHead, TableRequest } from '../adapters/bibliography';
import type { BibliographyReader, OpenBibliography } from '../adapters/bibliography-reader';
import type { Core } from '../core';
import { isPasted, openPasted, type PastedText } from './import-pasted';
import type { ImportSource } from './import-sources';

/** Endings under which people keep tables. */
const TABLE_ENDINGS: ReadonlySet<string> = new Set(['.csv', '.tsv', '.xlsx']);

/** What is known about the tables of an import. */
export interface TableKnowledge {
  /** What was decided for its files. */
  readonly tables: TablePlans;
  /** What was decided for tables of earlier imports. */
  readonly remembered: readonly RememberedTable[];
}

/**
 * Opens one source of an import, the columns of a table as they were decided.
 * @returns what it is and its records; a table may be `waiting` for its columns and then has none
 */
export async function openSource(
  reader: BibliographyReader,
  source: ImportSource,
  pasted: PastedText | null,
  known: TableKnowledge,
): Promise<Result<OpenBibliography>> {
  if (isPasted(source)) return ok(openPasted(pasted?.text ?? ''));
  if (source.kind === 'other') return fail('import.unsupported-file');
  return reader.open(source.path, requestFor(source, known));
}

/** The same for an import that asks nobody. @returns as {@link openSource}, or `import.table-needs-columns` */
export async function openDecided(
  ...order: Parameters<typeof openSource>
): Promise<Result<OpenBibliography>> {
  const opened = await openSource(...order);
  const isWaiting = opened.ok && opened.value.table?.state === 'waiting';
  return isWaiting ? fail('import.table-needs-columns') : opened;
}

/** @returns what the reader is told about a file; @param plan instead of what was decided, to try it */
export function requestFor(
  source: ImportSource,
  { tables, remembered }: TableKnowledge,
  plan?: TablePlan,
): TableRequest {
  const isNamed = TABLE_ENDINGS.has(extname(source.path).toLowerCase());
  const decided = tables.find(({ order }) => order === source.order)?.plan ?? null;
  return { plan: plan ?? decided, remembered, isExpected: source.chosen && isNamed };
}

/** @returns the plan that reads a table just as it was shown */
export function planOf({ sheet, hasHeadings, targets }: TableHead): TablePlan {
  return { sheet, hasHeadings, columns: [...targets] };
}

/** @returns what was decided for tables of earlier imports, the last used first */
export function rememberedTables(db: Database.Database): readonly RememberedTable[] {
  return readSettings(readSettingValues(db)).tableColumns;
}

/**
 * Keeps what a person said about the columns of tables; what the headings say by themselves need not be kept. A step of its own, so that
 * who takes an import back to correct it finds the columns as they were.
 * @param heads of the tables whose columns a person chose
 */
export function rememberTables(core: Pick<Core, 'db' | 'commands'>, heads: readonly TableHead[]): void {
  const known = rememberedTables(core.db);
  let kept = known;
  for (const { head, hasHeadings, targets, proposed } of heads) {
    if (!hasHeadings) continue;
    const others = kept.filter((table) => table.head !== head);
    const isObvious = targets.every((target, at) => target === proposed[at]);
    kept = isObvious ? others : [{ head, columns: [...targets] }, ...others];
  }
  kept = kept.slice(0, MAX_REMEMBERED_TABLES);
  if (JSON.stringify(kept) === JSON.stringify(known)) return;
  core.commands.run('import.remember-columns', (change) => {
    writeSetting(core.db, change, 'tableColumns', kept);
  });
}
