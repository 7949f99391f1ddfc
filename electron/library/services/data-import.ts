import { randomInt } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DataRepository } from '@db/repositories/data';
import { checkTable, type CheckedTable, type IdentifiedRow } from '@shared/domain/dataset/check-table';
import type { ImportOrigin, RawFile } from '@shared/domain/dataset/dataset-record';
import { proposeRecipe } from '@shared/domain/dataset/propose';
import { assignPseudonyms, isPseudonym, normaliseIdentifier, shuffled } from '@shared/domain/privacy';
import type { CallOutput, CallParsed } from '@shared/ipc/contract';
import { fail, ok, type Result } from '@shared/lib/result';
import { EMPTY_KEY_TABLE, type KeyTable, type KeyVault } from '../adapters/key-vault';
import { sealBytes } from '../adapters/sealed-file';
import { readTable, type TableText } from '../adapters/table-import';
import { sha256, storeBytes } from '../adapters/table-store';
import type { Core } from '../core';
import type { DataAnalysisService } from './data-analysis';

type Source = CallParsed<'data.previewTable'>['source'];
type ImportInput = CallParsed<'data.importTable'>;
type Preview = CallOutput<'data.previewTable'>;

interface RawTable {
  readonly name: string;
  readonly bytes: Uint8Array;
}
interface Pseudonymised {
  readonly rows: readonly { readonly pseudonym: string; readonly row: IdentifiedRow }[];
  /** The key to be kept, or null when none is. */
  readonly key: KeyTable | null;
  readonly codesOnly: boolean;
}

const SAMPLE_ROWS = 12;
const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** Turns a table of scores into a dataset under pseudonyms. Names never reach the database. */
export class DataImportService {
  readonly #core: Core;
  readonly #data: DataRepository;
  readonly #vault: KeyVault;
  readonly #analysis: DataAnalysisService;

  constructor(core: Core, data: DataRepository, vault: KeyVault, analysis: DataAnalysisService) {
    this.#core = core;
    this.#data = data;
    this.#vault = vault;
    this.#analysis = analysis;
  }

  /** What the wizard shows: cells, a proposed recipe, and every issue, before anything is kept. */
  async preview(input: CallParsed<'data.previewTable'>): Promise<Result<Preview>> {
    if (!this.#data.hasProject(input.projectId)) return fail('data.project-not-found');
    const raw = await readSource(input.source);
    if (!raw.ok) return raw;
    const { encoding, delimiter } = input.choices;
    const table = readTable(raw.value.bytes, {
      ...(encoding && { encoding }),
      ...(delimiter && { delimiter }),
    });
    if (!table.ok) return table;
    const { rows } = table.value;
    const { recipe, guess } = proposeRecipe(rows, table.value, input.choices);
    const header = recipe ? recipe.headerRow : guess.headerRow;
    const width = Math.max(0, ...rows.map((row) => row.length));
    return ok({
      name: raw.value.name,
      sha256: sha256(raw.value.bytes),
      rowCount: rows.length,
      columns: Array.from({ length: width }, (_, index) => ({
        index,
        label: header === null ? '' : (rows[header]?.[index]?.trim() ?? ''),
      })),
      sample: rows.slice(0, SAMPLE_ROWS).map((row) => [...row]),
      encoding: table.value.encoding,
      delimiter: table.value.delimiter,
      guess: { headerRow: guess.headerRow, id: guess.id, before: guess.before, after: guess.after },
      recipe,
      check: recipe ? this.#check(checkTable(rows, recipe), input.projectId) : null,
      keyState: (await this.#vault.has(input.projectId)) ? 'kept' : 'none',
    });
  }

  #check(checked: CheckedTable, projectId: string): NonNullable<Preview['check']> {
    const known = this.#data.pseudonyms(projectId);
    return {
      people: checked.rows.length,
      complete: checked.rows.filter((row) => row.before !== null && row.after !== null).length,
      knownPseudonyms: checked.rows.filter(({ identifier }) => known.has(identifier.trim().toUpperCase()))
        .length,
      issues: checked.issues.map((one) => ({ ...one })),
    };
  }

  /**
   * Imports the previewed table: pseudonyms, key file, raw file, rows and the first analysis.
   * @returns the dataset; `data.file-changed`, `data.no-usable-rows`, `data.key-exists`, the failures of reading the table
   *   and of the key vault
   */
  async import(input: ImportInput): Promise<Result<CallOutput<'data.importTable'>>> {
    const { projectId, cycleId } = input;
    if (!this.#data.hasProject(projectId)) return fail('data.project-not-found');
    if (cycleId !== null && !this.#data.hasCycle(projectId, cycleId)) return fail('data.cycle-not-found');
    const raw = await readSource(input.source);
    if (!raw.ok) return raw;
    if (sha256(raw.value.bytes) !== input.sha256) return fail('data.file-changed');
    const table = readTable(raw.value.bytes, input.recipe);
    if (!table.ok) return table;
    const checked = checkTable(table.value.rows, input.recipe);
    if (checked.rows.length === 0) return fail('data.no-usable-rows');
    const pseudonymised = await this.#pseudonymise(checked, input);
    if (!pseudonymised.ok) return pseudonymised;
    const kept = keepRaw(raw.value, table.value, pseudonymised.value);
    const fileId = sha256(kept.bytes);
    if (pseudonymised.value.key && input.key.mode === 'keep') {
      const { identifiers, fileKeys } = pseudonymised.value.key;
      const nextKeys = kept.key === null ? fileKeys : new Map([...fileKeys, [fileId, kept.key]]);
      const sealed = await this.#vault.seal(
        projectId,
        { identifiers, fileKeys: nextKeys },
        input.key.passphrase,
      );
      if (!sealed.ok) return sealed;
    }
    await storeBytes(this.#core.paths.files, kept.bytes);
    const origin: ImportOrigin = {
      recipe: input.recipe,
      raw: { name: raw.value.name, sha256: input.sha256, bytes: raw.value.bytes.length, kept: kept.kept },
      issues: [...checked.issues],
    };
    return ok(this.#write(input, fileId, kept.bytes.length, origin, pseudonymised.value));
  }

  async #pseudonymise(checked: CheckedTable, input: ImportInput): Promise<Result<Pseudonymised>> {
    const { projectId, key } = input;
    const known = this.#data.pseudonyms(projectId);
    const random = (limit: number): number => randomInt(limit);
    const identifiers = checked.rows.map((row) => row.identifier);
    const codesOnly = identifiers.every(
      (one) => isPseudonym(one.toUpperCase()) && known.has(one.trim().toUpperCase()),
    );
    const table = codesOnly ? ok(EMPTY_KEY_TABLE) : await this.#keyTable(projectId, key);
    if (!table.ok) return table;
    const assigned = assignPseudonyms(identifiers, table.value.identifiers, known, random);
    const rows = shuffled(checked.rows, random).map((row) => {
      const pseudonym = assigned.pseudonyms.get(normaliseIdentifier(row.identifier));
      if (pseudonym === undefined) throw new Error('An identifier has no pseudonym');
      return { pseudonym, row };
    });
    const keep = !codesOnly && key.mode === 'keep';
    return ok({
      rows,
      codesOnly,
      key: keep ? { identifiers: assigned.key, fileKeys: table.value.fileKeys } : null,
    });
  }

  /** The key so far. A project with a key file must go on with it, or its pupils would get second pseudonyms. */
  async #keyTable(projectId: string, key: ImportInput['key']): Promise<Result<KeyTable>> {
    if (!(await this.#vault.has(projectId))) return ok(EMPTY_KEY_TABLE);
    if (key.mode === 'none') return fail('data.key-exists');
    return this.#vault.open(projectId, key.passphrase);
  }

  #write(
    input: ImportInput,
    fileId: string,
    size: number,
    origin: ImportOrigin,
    { rows }: Pseudonymised,
  ): CallOutput<'data.importTable'> {
    const { clock, ids, commands } = this.#core;
    const datasetId = ids.next();
    const analysisId = ids.next();
    const createdAt = clock.now();
    const { projectId: project_id, cycleId: cycle_id } = input;
    const stored = rows.map(({ pseudonym, row }) => ({
      id: ids.next(),
      dataset_id: datasetId,
      pseudonym,
      row_values: JSON.stringify({ before: row.before, after: row.after }),
      excluded_reason: null,
    }));
    commands.run(
      'data.import',
      (change) => {
        if (!this.#data.hasFile(fileId)) {
          const media_type = origin.raw.kept === 'sealed' ? 'application/octet-stream' : 'text/csv';
          change.insert('file', {
            id: fileId,
            size,
            media_type,
            original_name: origin.raw.name,
            created_at: createdAt,
          });
        }
        change.insert('dataset', {
          id: datasetId,
          project_id,
          cycle_id,
          name: input.measure.name,
          file_id: fileId,
          recipe: JSON.stringify(origin),
          measure: JSON.stringify(input.measure),
          perspective: input.perspective,
          privacy_class: 'P2',
          version: 1,
          created_at: createdAt,
          trashed_at: null,
        });
        for (const row of stored) change.insert('dataset_row', row);
        change.insert('analysis', {
          id: analysisId,
          project_id,
          cycle_id,
          dataset_id: datasetId,
          kind: 'pre-post',
          ...this.#analysis.compute(stored, input.measure),
          dataset_version: 1,
          previous_result: null,
          changed_because: null,
          computed_at: createdAt,
          trashed_at: null,
        });
        // Pupils whose refusal or withdrawal is on record do not come in by the back door of a new file.
        if (this.#analysis.syncExclusions(change, project_id) > 0) {
          change.update('analysis', analysisId, { previous_result: null, changed_because: null });
        }
      },
      { params: { name: input.measure.name } },
    );
    return {
      datasetId,
      analysisId,
      people: rows.length,
      complete: rows.filter(({ row }) => row.before !== null && row.after !== null).length,
    };
  }
}

async function readSource(source: Source): Promise<Result<RawTable>> {
  if (source.kind === 'text') return ok({ name: 'pasted.tsv', bytes: Buffer.from(source.text, 'utf8') });
  const found = await stat(source.path).catch(() => null);
  if (!found?.isFile()) return fail('data.file-not-found');
  if (found.size > MAX_FILE_BYTES) return fail('data.table-too-large', { megabytes: 10 });
  return ok({ name: basename(source.path), bytes: await readFile(source.path) });
}

/** What is kept of the file as it came; see RawFile. */
function keepRaw(
  raw: RawTable,
  table: TableText,
  { rows, key, codesOnly }: Pseudonymised,
): { readonly kept: RawFile['kept']; readonly bytes: Uint8Array; readonly key: string | null } {
  if (codesOnly) return { kept: 'as-it-came', bytes: raw.bytes, key: null };
  if (key) {
    const sealed = sealBytes(raw.bytes);
    return { kept: 'sealed', bytes: sealed.bytes, key: sealed.key };
  }
  const cell = (score: number | null): string => (score === null ? '' : String(score));
  const lines = rows.map(({ pseudonym, row }) =>
    [pseudonym, cell(row.before), cell(row.after)].join(table.delimiter),
  );
  const text = [['pseudonym', 'before', 'after'].join(table.delimiter), ...lines].join('\r\n');
  return { kept: 'pseudonymised', bytes: Buffer.from(`${text}\r\n`, 'utf8'), key: null };
}
