import { isAbsolute } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { findByFile } from '@db/repositories/import-lookups';
import { listColumns, type CslItem } from '@shared/domain/bibliography';
import type { CallOutput } from '@shared/ipc/contract';
import { INFORMING_REMARKS } from '@shared/domain/pdf-metadata/remark';
import { fail, ok, type Failure, type Result } from '@shared/lib/result';
import type { ParsedRecord } from '../adapters/bibliography';
import type { OpenBibliography } from '../adapters/bibliography-reader';
import { DuplicateFinder } from './import-duplicates';
import { foreignCode, foreignRecordsCode } from './import-foreign';
import { NamedFiles } from './import-named';
import { looksLikePdf, paperRecord, paperRemark } from './import-papers';
import { isPasted, openPasted, pastedSource, type PastedText } from './import-pasted';
import { PreviewIndex } from './import-preview-index';
import { guessTitle, MAX_RAW } from './import-records';
import type { ImportTools } from './import-runner';
import { expandSources, type ImportSource } from './import-sources';

/** The event that says how far a preview is names this kind, and the preview's id as the job's. */
const PREVIEW_KIND = 'import-preview';

/** Previews kept: the one that is looked at, and the one before it (a second drop while the first is read). */
const KEPT = 2;

type State = CallOutput<'import.previewState'>;
type PreviewFile = State['files'][number];
export type PreviewLine = CallOutput<'import.previewLines'>['lines'][number];
export type PreviewFilter = 'all' | 'fresh' | 'duplicate' | 'attention';

interface Preview {
  readonly id: string;
  readonly sources: ImportSource[];
  readonly files: PreviewFile[];
  readonly lines: PreviewLine[];
  readonly controller: AbortController;
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
   * @param input absolute paths of files and folders, or a pasted list
   * @returns the preview's number, or `import.no-paths`, `import.relative-path`
   */
  start(input: {
    readonly paths: readonly string[];
    readonly pasted: PastedText | null;
  }): Result<{ previewId: string }> {
    if (input.paths.length === 0 && input.pasted === null) return fail('import.no-paths');
    if (!input.paths.every((path) => isAbsolute(path))) return fail('import.relative-path');
    const preview: Preview = {
      id: this.tools.core.ids.next(),
      sources: [],
      files: [],
      lines: [],
      controller: new AbortController(),
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

  /** The files as they were read, for the import to compare. @returns `import.preview-missing` */
  seen(previewId: string): Result<Record<string, { bytes: number; modified: number }>> {
    const preview = this.#previews.get(previewId);
    if (preview === undefined) return fail('import.preview-missing');
    return ok(
      Object.fromEntries(preview.sources.map(({ order, bytes, modified }) => [order, { bytes, modified }])),
    );
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

function isShown(line: PreviewLine, show: PreviewFilter): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'fresh':
      return line.kind === 'fresh';
    case 'duplicate':
      return line.kind === 'duplicate';
    case 'attention':
      return line.kind === 'failed' || line.remarks.some(({ code }) => !INFORMING_REMARKS.includes(code));
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

  async #open(source: ImportSource, pasted: PastedText | null): Promise<Result<OpenBibliography>> {
    if (isPasted(source)) return ok(openPasted(pasted?.text ?? ''));
    return source.kind === 'other' ? fail('import.unsupported-file') : this.tools.reader.open(source.path);
  }

  async #readBibliography(source: ImportSource, pasted: PastedText | null): Promise<void> {
    const opened = await this.#open(source, pasted);
    if (!opened.ok) {
      const foreign = foreignCode(source, opened.error);
      this.#refuse(source, foreign === undefined ? opened.error : { code: foreign });
      return;
    }
    const { format, encoding, estimate, batches } = opened.value;
    const file = { ...fileOf(source.name, source.order), format, encoding };
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

const emptyLine = {
  line: null,
  title: '',
  authors: '',
  year: null,
  duplicate: null,
  remarks: [],
  files: 0,
  raw: null,
} satisfies Partial<PreviewLine>;

function fileOf(name: string, order: string): PreviewFile {
  return {
    order,
    name,
    format: null,
    encoding: null,
    records: 0,
    fresh: 0,
    duplicate: 0,
    attention: 0,
    code: null,
    details: {},
  };
}

function codeOf({ code, details }: Failure): Pick<PreviewFile, 'code' | 'details'> {
  return { code, details: { ...details } };
}
