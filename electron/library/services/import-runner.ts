import { setImmediate } from 'node:timers/promises';
import type { ChangeSet } from '@db/change-set';
import { findReportedItem } from '@db/repositories/import-extras';
import { findByFile, isFileListed } from '@db/repositories/import-lookups';
import { decider, type RecordAction } from '@shared/domain/import';
import { INFORMING_REMARKS } from '@shared/domain/pdf-metadata/remark';
import type { RecordFile } from '@shared/formats/bibliography';
import { ok, type Failure, type Result } from '@shared/lib/result';
import type { ParsedRecord } from '../adapters/bibliography';
import type { OpenBibliography } from '../adapters/bibliography-reader';
import type { JobContext, NewJobRecord } from '../jobs/jobs';
import { storeAttachments } from './import-attachments';
import { nameNewDocuments } from './document-names';
import { DuplicateFinder } from './import-duplicates';
import { FolderCollections } from './import-folders';
import { readBeside } from './import-beside';
import { foreignCode, foreignRecordsCode } from './import-foreign';
import { ImportedHighlights } from './import-highlights';
import { storeLinked } from './import-linked';
import { NamedFiles } from './import-named';
import { looksLikePdf, paperRecord, paperRemark, type PaperFacts } from './import-papers';
import { pastedSource } from './import-pasted';
import { isAsSeen, type ImportCheckpoint, type ImportPayload } from './import-payload';
import { leftOutLine, RecordWriter, versionNote, type Batch } from './import-records';
import { expandSources, type ImportSource } from './import-sources';
import type { LinkedPapers, StoredAttachments, StoredPaper } from './import-stored';
import { openDecided } from './import-tables';
import type { ImportTools } from './import-tools';

/** Records written in one transaction at first; fewer when that takes longer than a window should wait. */
const SLICE = 50;
const MAX_SLICE = 100;
const MIN_SLICE = 5;
const MAX_SLICE_MS = 25;
type Work = (change: ChangeSet, lines: NewJobRecord[]) => void;

/**
 * Reads files into the library, chunk by chunk. Each chunk's records, its lines in the report and the place to go on from
 * are one transaction, so an import that was killed goes on without doubles and without gaps.
 */
export class ImportRun {
  readonly #tools: ImportTools;
  readonly #context: JobContext<ImportPayload, ImportCheckpoint>;
  readonly #writer: RecordWriter;
  readonly #highlights: ImportedHighlights;
  readonly #duplicates: DuplicateFinder;
  readonly #folders: FolderCollections;
  readonly #decide: ReturnType<typeof decider>;
  readonly #named = new NamedFiles();
  #done = 0;
  #total = 0;
  #slice = SLICE;
  /** One batch row for all papers of the job. */
  #papers: Batch | undefined;

  constructor(tools: ImportTools, context: JobContext<ImportPayload, ImportCheckpoint>) {
    this.#tools = tools;
    this.#context = context;
    this.#duplicates = new DuplicateFinder(tools.core.db);
    this.#highlights = new ImportedHighlights(tools.core, tools.highlights);
    this.#writer = new RecordWriter(tools.core, this.#duplicates, this.#highlights);
    this.#folders = new FolderCollections(tools.core, context.payload.collectionId);
    this.#decide = decider(context.payload.choices);
  }

  /** Runs until all files are read or the job is cancelled. */
  async run(): Promise<Result<null>> {
    const { payload, checkpoint, signal } = this.#context;
    const { files, unreadable } = await expandSources(payload.paths);
    if (payload.seen !== null) await this.#duplicates.prepare(); // Near titles: only when a preview showed them.
    const sources = payload.pasted === null ? files : [...files, pastedSource(payload.pasted)];
    this.#total = sources.length;
    if (checkpoint === null && unreadable.length > 0) {
      this.#context.commit(
        { order: '', record: null, batchId: this.#tools.core.ids.next() },
        unreadable.map(({ name, code }) => ({ source: name, outcome: 'failed', code, title: '' })),
      );
    }
    this.#progress();
    for (const file of sources) {
      if (signal.aborted) return ok(null);
      const isBefore = checkpoint !== null && file.order < checkpoint.order;
      const isSame = checkpoint !== null && file.order === checkpoint.order;
      if (isBefore || (isSame && checkpoint.record === null)) {
        if (file.kind === 'bibliography') await this.#rememberNamed(file);
        this.#advance();
        continue;
      }
      if (this.#named.has(file)) {
        this.#advance();
        continue;
      }
      if (!isAsSeen(payload, file)) this.#report(file, { code: 'import.file-changed' });
      else if (file.kind === 'paper') await this.#readPaper(file);
      else await this.#readBibliography(file, isSame ? checkpoint : null);
      await setImmediate();
    }
    return ok(null);
  }

  #open(file: ImportSource): Promise<Result<OpenBibliography>> {
    const { payload } = this.#context;
    return openDecided(this.#tools.reader, file, payload.pasted, payload);
  }

  async #readBibliography(file: ImportSource, from: ImportCheckpoint | null): Promise<void> {
    const opened = await this.#open(file);
    if (!opened.ok) {
      const foreign = foreignCode(file, opened.error);
      if (foreign === undefined) this.#report(file, opened.error);
      else this.#passOver(file, foreign);
      return;
    }
    const { format, estimate, batches } = opened.value;
    const batch: Batch = {
      id: from?.batchId ?? this.#tools.core.ids.next(),
      source: file.name,
      format,
      jobId: this.#context.jobId,
      foundVia: this.#context.payload.foundVia,
    };
    if (format === 'zotero-rdf') {
      const beside = await readBeside(file.path);
      this.#highlights.know(beside.annotations);
      this.#writer.extras.know(beside.tags);
    }
    const first = from?.record ?? 0;
    this.#total += Math.max(estimate - 1, 0);
    let read = 0;
    for await (const { records, isLast, failure } of batches) {
      const foreign = read === 0 ? foreignRecordsCode(file, format, records) : undefined;
      if (foreign !== undefined) {
        this.#passOver(file, foreign);
        return;
      }
      this.#named.add(file, records);
      read += records.length;
      this.#done += records.length;
      for (const record of records) if (record.index < first) this.#rememberDone(file, record);
      const fresh = records.filter((record) => record.index >= first);
      await this.#commitRecords(file, batch, fresh, isLast && failure === undefined);
      if (failure !== undefined) this.#report(file, failure);
      if (this.#context.signal.aborted) return;
    }
    // The estimate gives way to the count.
    this.#total += read - Math.max(estimate, 1);
    this.#progress();
  }

  async #commitRecords(
    file: ImportSource,
    batch: Batch,
    records: readonly ParsedRecord[],
    isLast: boolean,
  ): Promise<void> {
    let start = 0;
    do {
      const slice = records.slice(start, start + this.#slice);
      start += slice.length;
      const isEnd = isLast && start >= records.length;
      const lastIndex = slice.at(-1)?.index;
      if (lastIndex === undefined && !isEnd) return;
      const next = isEnd || lastIndex === undefined ? null : lastIndex + 1;
      await this.#commitSlice(file, batch, slice, next);
    } while (start < records.length && !this.#context.signal.aborted);
  }

  async #commitSlice(
    file: ImportSource,
    batch: Batch,
    slice: readonly ParsedRecord[],
    next: number | null,
  ): Promise<void> {
    const papers = new Map<number, LinkedPapers>();
    for (const record of slice) {
      if (record.outcome.kind !== 'read' || this.#isLeftOut(file, record.index)) continue;
      const { files, extras } = record.outcome;
      const linked = files.length === 0 ? undefined : await this.#storeLinked(file, files);
      const attachments = extras?.files?.length
        ? await this.#storeAttachments(file, extras.files)
        : undefined;
      if (linked === undefined && attachments === undefined) continue;
      const papersOnly = linked ?? { stored: [], refused: [] };
      papers.set(record.index, attachments === undefined ? papersOnly : { ...papersOnly, attachments });
      for (const paper of papersOnly.stored) await this.#prepare(paper);
      for (const stored of attachments?.stored ?? []) {
        if (stored.mediaType === 'application/pdf') await this.#prepare(stored);
      }
    }
    const began = performance.now();
    this.#commit({ order: file.order, record: next, batchId: batch.id }, file.name, (change, lines) => {
      const collection = (): string | null => this.#collectionOf(change, file);
      for (const record of slice) {
        const decide = (isKnown: boolean): RecordAction => this.#decide(file.order, record.index, isKnown);
        const linked = papers.get(record.index);
        lines.push(this.#writer.addParsed(change, record, { batch, collection, decide }, linked));
      }
      if (next === null) this.#writer.extras.relate(change);
    });
    this.#highlights.clear();
    const elapsed = performance.now() - began;
    if (elapsed > MAX_SLICE_MS) this.#slice = Math.max(MIN_SLICE, Math.floor(this.#slice / 2));
    else if (elapsed < MAX_SLICE_MS / 2.5) this.#slice = Math.min(MAX_SLICE, this.#slice * 2);
    // Lets calls of the window through between two chunks.
    await setImmediate();
  }

  /** What people marked in a PDF is read before the transaction that attaches it. */
  async #prepare({ file, linkedPath }: Pick<StoredPaper, 'file' | 'linkedPath'>): Promise<void> {
    const path = linkedPath ?? this.#tools.files.pathOf(file.id);
    await this.#highlights.prepare(file.id, path, this.#context.signal);
  }

  #storeLinked(file: ImportSource, names: readonly string[]): Promise<LinkedPapers> {
    const { payload, signal } = this.#context;
    return storeLinked(this.#tools.files, file.path, names, payload.files === 'link', signal);
  }
  #storeAttachments(file: ImportSource, named: readonly RecordFile[]): Promise<StoredAttachments> {
    const { payload, signal } = this.#context;
    return storeAttachments(this.#tools.files, file.path, named, payload.files === 'link', signal);
  }

  /** A bibliography that was done before the import was interrupted: what it names is still not to come by itself. */
  async #rememberNamed(file: ImportSource): Promise<void> {
    const opened = await this.#open(file);
    if (!opened.ok) return;
    for await (const { records } of opened.value.batches) {
      this.#named.add(file, records);
      if (this.#context.signal.aborted) return;
    }
  }

  /** A record that was written before the import was interrupted: others of the file may belong with it. */
  #rememberDone(file: ImportSource, record: ParsedRecord): void {
    const extras = record.outcome.kind === 'read' ? record.outcome.extras : undefined;
    if (extras?.key === undefined) return;
    const itemId = findReportedItem(this.#tools.core.db, this.#context.jobId, file.name, record.line);
    if (itemId !== undefined) this.#writer.extras.remember(extras.key, itemId, extras.related ?? []);
  }

  #collectionOf(change: ChangeSet, file: ImportSource): string | null {
    const { foldersAsCollections, collectionId } = this.#context.payload;
    return foldersAsCollections ? this.#folders.of(change, file.folders) : collectionId;
  }

  /** Left out whatever the library has. */
  #isLeftOut(file: ImportSource, index: number): boolean {
    return [true, false].every((isKnown) => this.#decide(file.order, index, isKnown) === 'leave');
  }

  async #readPaper(file: ImportSource): Promise<void> {
    const { core, files } = this.#tools;
    const { payload, signal } = this.#context;
    const fileName = file.name.split('/').at(-1) ?? file.name;
    if (this.#isLeftOut(file, 0)) {
      this.#line(file, { source: file.name, ...leftOutLine(fileName) });
      return;
    }
    if (!(await looksLikePdf(file.path))) {
      this.#report(file, { code: 'import.not-a-pdf' });
      return;
    }
    const isLinked = payload.files === 'link';
    const put = isLinked ? await files.hash(file.path, signal) : await files.put(file.path, signal);
    if (!put.ok) {
      if (put.error.code !== 'import.cancelled') this.#report(file, put.error);
      return;
    }
    const decide = (isKnown: boolean): RecordAction => this.#decide(file.order, 0, isKnown);
    const same = findByFile(core.db, put.value.id);
    if (same !== undefined && decide(true) !== 'import') {
      this.#commitPaper(file, (change, lines) => {
        if (payload.foldersAsCollections && decide(true) !== 'leave') {
          this.#writer.putInto(change, this.#collectionOf(change, file), same.itemId);
        }
        const { itemId, title } = same;
        const code = 'import.duplicate-file';
        lines.push({ source: file.name, outcome: 'duplicate', code, details: { title }, itemId, title });
      });
      return;
    }
    const place = isLinked ? file.path : files.pathOf(put.value.id);
    const facts = await this.#tools.inspector.inspect(put.value.id, place, fileName, signal);
    if (signal.aborted) return;
    // A locked paper can wait in the library for its password; a broken one can be of no use.
    if (!facts.ok && facts.error.code !== 'pdf.password') {
      const isOurs = !isLinked && !put.value.existed;
      if (isOurs && !isFileListed(core.db, put.value.id)) await files.remove(put.value.id);
      this.#report(file, facts.error);
      return;
    }
    const found: Partial<PaperFacts> = facts.ok ? facts.value : {};
    const paper: StoredPaper = {
      file: put.value,
      name: fileName,
      linkedPath: isLinked && !put.value.existed ? file.path : null,
      fingerprint: found.fingerprint ?? null,
      pageCount: found.pageCount ?? null,
    };
    if (facts.ok) await this.#prepare(paper);
    const { item, provenance } = paperRecord(found, fileName);
    const remark = paperRemark(facts);
    this.#commitPaper(file, (change, lines) => {
      const known = this.#duplicates.find(item);
      const action = decide(known?.kind === 'same');
      const collection = (): string | null => this.#collectionOf(change, file);
      if (known?.kind === 'same' && action !== 'import') {
        // What a program read from the pages does not complete a record; the paper itself does.
        const without = action === 'leave' ? 'leave' : 'files';
        const line = this.#writer.complete(change, known, item, without, collection, [paper]);
        lines.push({ source: file.name, ...line });
        return;
      }
      const itemId = this.#writer.addItem(change, item, provenance, this.#paperBatch(), collection());
      this.#writer.attach(change, itemId, paper);
      lines.push({
        source: file.name,
        outcome: 'imported',
        itemId,
        title: item.title ?? '',
        code: remark,
        // Another version in the library is worth more words than how the paper was read.
        ...(INFORMING_REMARKS.includes(remark) ? versionNote(known) : {}),
      });
    });
  }

  #paperBatch(): Batch {
    const { core } = this.#tools;
    const { payload, jobId } = this.#context;
    const first = payload.paths[0] ?? '';
    return (this.#papers ??= {
      id: core.ids.next(),
      source: first.split(/[\\/]/).at(-1) ?? '',
      format: 'pdf',
      jobId,
      foundVia: payload.foundVia,
    });
  }

  #commitPaper(file: ImportSource, work: Work): void {
    this.#commit({ order: file.order, record: null, batchId: this.#paperBatch().id }, file.name, work);
    this.#advance();
  }

  /** Writes, report lines and checkpoint in one transaction, as part of the import's one undo step. */
  #commit(checkpoint: ImportCheckpoint, source: string, work: Work): void {
    const { groupId, nameByPattern } = this.#context.payload;
    const lines: NewJobRecord[] = [];
    this.#progress();
    this.#context.commit(checkpoint, lines, () => {
      const write = (change: ChangeSet): void => {
        work(change, lines);
        if (nameByPattern) nameNewDocuments(this.#tools.core, change);
      };
      this.#tools.core.commands.run('import.run', write, { groupId, params: { source } });
    });
  }

  #report(file: ImportSource, failure: Failure): void {
    this.#line(file, {
      source: file.name,
      outcome: 'failed',
      code: failure.code,
      ...(failure.details === undefined ? {} : { details: failure.details }),
      title: '',
    });
  }

  /** A file that holds something else: one line says so. */
  #passOver(file: ImportSource, code: string): void {
    this.#line(file, { source: file.name, outcome: 'skipped', code, title: '' });
  }

  /** A line about a whole file, which is then done with. */
  #line(file: ImportSource, line: NewJobRecord): void {
    this.#context.commit({ order: file.order, record: null, batchId: this.#tools.core.ids.next() }, [line]);
    this.#advance();
  }

  #advance(): void {
    this.#done += 1;
    this.#progress();
  }

  #progress(): void {
    this.#context.progress(this.#done, Math.max(this.#total, this.#done));
  }
}
