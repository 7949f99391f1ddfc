import { isAbsolute } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { findByFile } from '@db/repositories/import-lookups';
import { listColumns, type CslItem } from '@shared/domain/bibliography';
import type { TablePlan, TablePlans } from '@shared/domain/import';
import type { CallOutput } from '@shared/ipc/contract';
import { fail, ok, type Failure, type Result } from '@shared/lib/result';
import type { ParsedRecord, TableHead } from '../adapters/bibliography';
import { DuplicateFinder } from './import-duplicates';
import { foreignCode, foreignRecordsCode } from './import-foreign';
import { NamedFiles } from './import-named';
import { looksLikePdf, paperRecord, paperRemark } from './import-papers';
import { isPasted, pastedSource, type PastedText } from './import-pasted';
import { PreviewIndex } from './import-preview-index';
import {
  codeOf,
  emptyLine,
  fileOf,
  isShown,
  type PreviewFile,
  type PreviewFilter,
  type PreviewLine,
} from './import-preview-lines';
import { guessTitle, MAX_RAW } from './import-records';
import type { ImportTools } from './import-tools';
import { expandSources, type ImportSource } from './import-sources';
import { openSource, planOf, rememberedTables, requestFor, type TableKnowledge } from './import-tables';

/** The event that says how far a preview is names this kind, and the preview's id as the job's. */
const PREVIEW_KIND = 'import-preview';

/** Previews kept: the one that is looked at, and the one before it (a second drop while the first is read). */
const KEPT = 2;

type State = CallOutput<'import.previewState'>;

interface Preview {
  readonly id: string;
  readonly sources: ImportSource[];
  readonly files: PreviewFile[];
  readonly lines: PreviewLine[];
  readonly controller: AbortController;
  readonly known: TableKnowledge;
  /** Tables as they are read, by the order of their files. */
  readonly heads: Map<string, TableHead>;
  state: State['state'];
  done: number;
  total: number;
}

/** Reads what would be imported and keeps it in memory; the library is only asked, nothing is written. */
export class ImportPreviews {
  readonly #previews = new Map<string, Preview>();

  constructor(private readonly tools: ImportTools) {}

  /**
   * Begins to read.
   * @param input absolute paths of files and folders, or a pasted list; `tables` says what columns of tables hold
   * @returns the preview's number, or `import.no-paths`, `import.relative-path`
   */
  start(input: {
    readonly paths: readonly string[];
    readonly pasted: PastedText | null;
    readonly tables: TablePlans;
  }): Result<{ previewId: string }> {
    if (input.paths.length === 0 && input.pasted === null) return fail('import.no-paths');
    if (!input.paths.every((path) => isAbsolute(path))) return fail('import.relative-path');
    const preview: Preview = {
      id: this.tools.core.ids.next(),
      sources: [],
      files: [],
      lines: [],
      controller: new AbortController(),
      known: { tables: input.tables, remembered: rememberedTables(this.tools.core.db) },
      heads: new Map(),
      state: 'running',
      done: 0,
      total: 0,
    };
    for (const old of [...this.#previews.keys()].slice(0, -(KEPT - 1) || undefined)) this.close(old);
    this.#previews.set(preview.id, preview);
    new PreviewReading(this.tools, preview).run([...new Set(input.paths)], input.pasted).then(
      () => {
        preview.state = 'done';
        this.#tell(preview);
      },
      (error: unknown) => {
        preview.state = 'failed';
        this.tools.core.log.error('preview.crashed', { error: String(error) });
        this.#tell(preview);
      },
    );
    return ok({ previewId: preview.id });
  }

  /** How far it is and what the files are. @returns `import.preview-missing` after a restart */
  state(previewId: string): Result<State> {
    const preview = this.#previews.get(previewId);
    if (preview === undefined) return fail('import.preview-missing');
    const { state, done, total, files } = preview;
    return ok({ state, done, total: Math.max(total, done), files: files.map((file) => ({ ...file })) });
  }

  /** A page of the records. @param order only those of one file; null for all @returns `import.preview-missing` */
  lines(input: {
    readonly previewId: string;
    readonly show: PreviewFilter;
    readonly order: string | null;
    readonly offset: number;
    readonly limit: number;
  }): Result<CallOutput<'import.previewLines'>> {
    const preview = this.#previews.get(input.previewId);
    if (preview === undefined) return fail('import.preview-missing');
    const chosen = preview.lines.filter(
      (line) => (input.order === null || line.order === input.order) && isShown(line, input.show),
    );
    return ok({ total: chosen.length, lines: chosen.slice(input.offset, input.offset + input.limit) });
  }

  /**
   * Looks at one table again, as another plan would read it; what the preview shows stays as it is.
   * @param plan null for the way it is read now
   * @returns `import.preview-missing`, `import.file-missing` when the preview has no such file, or why it cannot be read
   */
  async table(input: {
    readonly previewId: string;
    readonly order: string;
    readonly plan: TablePlan | null;
  }): Promise<Result<CallOutput<'import.previewTable'>>> {
    const preview = this.#previews.get(input.previewId);
    if (preview === undefined) return fail('import.preview-missing');
    const source = preview.sources.find(({ order }) => order === input.order);
    if (source === undefined || isPasted(source)) return fail('import.file-missing');
    const request = requestFor(source, preview.known, input.plan ?? undefined);
    const looked = await this.tools.reader.look(source.path, request);
    if (!looked.ok) return looked;
    return looked.value.table === undefined ? fail('import.no-records') : ok(looked.value.table);
  }

  /**
   * What the import needs of it: the files as they were read, to compare, the tables as they were shown, and those of them whose
   * columns a person chose.
   * @returns `import.preview-missing`
   */
  decided(previewId: string): Result<{
    readonly seen: Record<string, { bytes: number; modified: number }>;
    readonly tables: TablePlans;
    readonly chosen: readonly TableHead[];
  }> {
    const preview = this.#previews.get(previewId);
    if (preview === undefined) return fail('import.preview-missing');
    const { sources, heads, known } = preview;
    const read = [...heads].filter(([, { state }]) => state === 'read');
    return ok({
      seen: Object.fromEntries(sources.map(({ order, bytes, modified }) => [order, { bytes, modified }])),
      tables: read.map(([order, head]) => ({ order, plan: planOf(head) })),
      chosen: read
        .filter(([order]) => known.tables.some((table) => table.order === order))
        .map(([, head]) => head),
    });
  }

  /** Stops reading and forgets it. */
  close(previewId: string): void {
    this.#previews.get(previewId)?.controller.abort();
    this.#previews.delete(previewId);
  }

  /** Stops all, before the library closes. */
  stop(): void {
    for (const id of [...this.#previews.keys()]) this.close(id);
  }

  #tell({ id, state, done, total }: Preview): void {
    this.tools.core.events.emit('job.progress', { jobId: id, kind: PREVIEW_KIND, state, done, total });
  }
}

const PROGRESS_INTERVAL_MS = 100;

/** Reads the files of one preview. */
class PreviewReading {
  readonly #duplicates: DuplicateFinder;
  readonly #index: PreviewIndex;
  readonly #signal: AbortSignal;
  readonly #named = new NamedFiles();
  #told = 0;

  constructor(
    private readonly tools: ImportTools,
    private readonly preview: Preview,
  ) {
    this.#duplicates = new DuplicateFinder(tools.core.db);
    this.#index = new PreviewIndex(this.#duplicates);
    this.#signal = preview.controller.signal;
  }

  async run(paths: readonly string[], pasted: PastedText | null): Promise<void> {
    const { preview } = this;
    const { files, unreadable } = await expandSources(paths);
    preview.sources.push(...files, ...(pasted === null ? [] : [pastedSource(pasted)]));
    preview.total = preview.sources.length;
    await this.#duplicates.prepare();
    for (const [index, { name, code }] of unreadable.entries()) {
      preview.files.push({ ...fileOf(name, `unreadable ${String(index)}`), code });
    }
    for (const source of preview.sources) {
      if (this.#signal.aborted) return;
      if (this.#named.has(source)) {
        // Comes with its record.
      } else if (source.kind === 'paper') await this.#readPaper(source);
      else await this.#readBibliography(source, pasted);
      preview.done += 1;
      this.#tell();
      await setImmediate();
    }
  }

  async #readBibliography(source: ImportSource, pasted: PastedText | null): Promise<void> {
    const { reader } = this.tools;
    const opened = await openSource(reader, source, pasted, this.preview.known);
    if (!opened.ok) {
      const foreign = foreignCode(source, opened.error);
      this.#refuse(source, foreign === undefined ? opened.error : { code: foreign });
      return;
    }
    const { format, encoding, estimate, batches, table } = opened.value;
    const file = {
      ...fileOf(source.name, source.order),
      ...{ format, encoding, table: table?.state ?? null },
      ...(table?.state === 'waiting' ? { code: 'import.table-needs-columns' } : {}),
    };
    if (table !== undefined) this.preview.heads.set(source.order, table);
    const place = this.preview.files.push(file) - 1;
    this.preview.total += estimate;
    let read = 0;
    for await (const { records, failure } of batches) {
      const foreign = read === 0 ? foreignRecordsCode(source, format, records) : undefined;
      if (foreign !== undefined) {
        this.preview.files[place] = { ...file, code: foreign };
        this.preview.total -= estimate;
        return;
      }
      this.#named.add(source, records);
      read += records.length;
      for (const record of records) this.#put(place, this.#lineOf(source, record));
      if (failure !== undefined) this.preview.files[place] = { ...this.#file(place), ...codeOf(failure) };
      this.preview.done += records.length;
      this.#tell();
      await setImmediate();
      if (this.#signal.aborted) return;
    }
    this.preview.total += read - estimate;
  }

  #lineOf(source: ImportSource, { index, line, raw, outcome }: ParsedRecord): PreviewLine {
    const place = { order: source.order, index, source: source.name, line };
    if (outcome.kind === 'failed') {
      const { code, cause } = outcome;
      return {
        ...emptyLine,
        ...place,
        kind: 'failed',
        title: guessTitle(raw),
        remarks: [{ code, details: cause === undefined ? {} : { cause: cause.slice(0, 300) } }],
        raw: raw.slice(0, MAX_RAW),
      };
    }
    const { item, remarks, files, extras } = outcome;
    return {
      ...emptyLine,
      ...place,
      ...this.#judged(item, source.name, line),
      remarks: remarks.map(({ code, value }) => ({ code, details: { value: (value ?? '').slice(0, 300) } })),
      files: files.length + (extras?.files?.length ?? 0),
      raw: remarks.length > 0 ? raw.slice(0, MAX_RAW) : null,
    };
  }

  #judged(
    item: CslItem,
    source: string,
    line: number,
  ): Pick<PreviewLine, 'kind' | 'title' | 'authors' | 'year' | 'duplicate'> {
    const { title, authors, year } = listColumns(item);
    const known = this.#index.meet(item, source, line);
    if (known === undefined) return { kind: 'fresh', title, authors, year, duplicate: null };
    const { reason, itemId, earlier } = known;
    return {
      kind: 'duplicate',
      title,
      authors,
      year,
      duplicate: { reason, itemId, title: known.title, earlier },
    };
  }

  async #readPaper(source: ImportSource): Promise<void> {
    const { core, files, inspector } = this.tools;
    const fileName = source.name.split('/').at(-1) ?? source.name;
    if (!(await looksLikePdf(source.path))) {
      this.#refuse(source, { code: 'import.not-a-pdf' });
      return;
    }
    const hashed = await files.hash(source.path, this.#signal);
    if (!hashed.ok) {
      this.#refuse(source, hashed.error);
      return;
    }
    const place = this.preview.files.push({ ...fileOf(source.name, source.order), format: 'pdf' }) - 1;
    const line = { ...emptyLine, order: source.order, index: 0, source: source.name, files: 1 };
    const same = findByFile(core.db, hashed.value.id);
    if (same !== undefined) {
      const { itemId, title } = same;
      const duplicate = { reason: 'file' as const, itemId, title, earlier: null };
      this.#put(place, { ...line, kind: 'duplicate', title, duplicate });
      return;
    }
    const facts = await inspector.inspect(hashed.value.id, source.path, fileName, this.#signal);
    if (this.#signal.aborted) return;
    if (!facts.ok && facts.error.code !== 'pdf.password') {
      this.preview.files[place] = { ...this.#file(place), ...codeOf(facts.error) };
      return;
    }
    const found = facts.ok ? facts.value : {};
    const { item } = paperRecord(found, fileName);
    this.#put(place, {
      ...line,
      ...this.#judged(item, source.name, 0),
      remarks: [{ code: paperRemark(facts), details: {} }],
    });
  }

  #refuse(source: ImportSource, failure: Failure): void {
    // A file found in a folder that is nothing to import is not worth a word.
    if (!source.chosen && source.kind === 'other') return;
    this.preview.files.push({ ...fileOf(source.name, source.order), ...codeOf(failure) });
  }

  #put(place: number, line: PreviewLine): void {
    this.preview.lines.push(line);
    const file = this.#file(place);
    this.preview.files[place] = {
      ...file,
      records: file.records + 1,
      fresh: file.fresh + (line.kind === 'fresh' ? 1 : 0),
      duplicate: file.duplicate + (line.kind === 'duplicate' ? 1 : 0),
      attention: file.attention + (isShown(line, 'attention') ? 1 : 0),
    };
  }

  #file(place: number): PreviewFile {
    const file = this.preview.files[place];
    if (file === undefined) throw new Error(`no file ${String(place)} in the preview`);
    return file;
  }

  #tell(): void {
    const now = performance.now();
    if (now - this.#told < PROGRESS_INTERVAL_MS) return;
    this.#told = now;
    const { id, state, done, total } = this.preview;
    this.tools.core.events.emit('job.progress', { jobId: id, kind: PREVIEW_KIND, state, done, total });
  }
}
