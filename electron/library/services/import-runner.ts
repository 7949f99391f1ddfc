import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { findByFile, hasAttachment, isFileListed } from '@db/repositories/import-lookups';
import { findReportedItem } from '@db/repositories/import-extras';
import type { RecordFile } from '@shared/formats/bibliography';
import { ok, type Failure, type Result } from '@shared/lib/result';
import {
  HopelessFileError,
  MAX_BIBLIOGRAPHY_BYTES,
  openBibliography,
  type ParsedRecord,
} from '../adapters/bibliography';
import type { FileStore } from '../adapters/file-store';
import type { Core } from '../core';
import type { JobContext, NewJobRecord } from '../jobs/jobs';
import { storeAttachments, type StoredAttachments } from './import-attachments';
import { DuplicateFinder } from './import-duplicates';
import { linkedPath, linkRoots, ordinaryFile } from './import-linked';
import { looksLikePdf, paperRecord, type InspectPaper, type PaperFacts } from './import-papers';
import {
  duplicateLine,
  RecordWriter,
  versionNote,
  type Batch,
  type LinkedPapers,
  type StoredPaper,
} from './import-records';
import { expandSources, kindOf, type ImportSource } from './import-sources';

/** What an import job is asked to do. */
export const importPayload = z.object({
  paths: z.array(z.string()),
  collectionId: z.uuid().nullable(),
  /** All chunks of the import are one undo step. */
  groupId: z.uuid(),
});
export type ImportPayload = z.infer<typeof importPayload>;

/** Where an interrupted import goes on: within a file, or (record null) after it. */
export const importCheckpoint = z.object({
  order: z.string(),
  record: z.number().int().nullable(),
  batchId: z.uuid(),
});
export type ImportCheckpoint = z.infer<typeof importCheckpoint>;

/** Records written in one transaction. */
const CHUNK = 200;

export interface ImportTools {
  readonly core: Core;
  readonly files: FileStore;
  readonly inspect: InspectPaper;
}

/**
 * Reads files into the library, chunk by chunk. Each chunk's records, its lines in the report and the place to go on from
 * are one transaction, so an import that was killed goes on without doubles and without gaps.
 */
export class ImportRun {
  readonly #tools: ImportTools;
  readonly #context: JobContext<ImportPayload, ImportCheckpoint>;
  readonly #writer: RecordWriter;
  readonly #duplicates: DuplicateFinder;
  #done = 0;
  #total = 0;
  /** One batch row for all papers of the job. */
  #papers: Batch | undefined;

  constructor(tools: ImportTools, context: JobContext<ImportPayload, ImportCheckpoint>) {
    this.#tools = tools;
    this.#context = context;
    this.#duplicates = new DuplicateFinder(tools.core.db);
    this.#writer = new RecordWriter(tools.core, this.#duplicates, context.payload.collectionId);
  }

  /** Runs until all files are read or the job is cancelled. */
  async run(): Promise<Result<null>> {
    const { payload, checkpoint, signal } = this.#context;
    const { files, unreadable } = await expandSources(payload.paths);
    this.#total = files.length;
    if (checkpoint === null && unreadable.length > 0) {
      this.#context.commit(
        { order: '', record: null, batchId: this.#tools.core.ids.next() },
        unreadable.map(({ name, code }) => ({ source: name, outcome: 'failed', code, title: '' })),
      );
    }
    this.#progress();
    for (const file of files) {
      if (signal.aborted) return ok(null);
      const isBefore = checkpoint !== null && file.order < checkpoint.order;
      const isSame = checkpoint !== null && file.order === checkpoint.order;
      if (isBefore || (isSame && checkpoint.record === null)) {
        this.#advance();
        continue;
      }
      if (file.kind === 'paper') await this.#readPaper(file);
      else await this.#readBibliography(file, isSame ? checkpoint : null);
      await setImmediate();
    }
    return ok(null);
  }

  async #readBibliography(file: ImportSource, from: ImportCheckpoint | null): Promise<void> {
    const opened = await openFile(file);
    if (!opened.ok) {
      if (file.chosen || file.kind === 'bibliography') this.#report(file, opened.error);
      this.#advance();
      return;
    }
    const records = opened.value.records[Symbol.iterator]();
    const start = records.next();
    if (!file.chosen && opened.value.format === 'csl-json' && !isReadable(start)) {
      // Folders hold settings and data in JSON too: one line says that the file was passed over.
      this.#line(file, { source: file.name, outcome: 'skipped', code: 'import.skipped-json', title: '' });
      return;
    }
    const { core } = this.#tools;
    const batch: Batch = {
      id: from?.batchId ?? core.ids.next(),
      source: file.name,
      format: opened.value.format,
      jobId: this.#context.jobId,
    };
    const first = from?.record ?? 0;
    this.#total += Math.max(opened.value.estimate - 1, 0);
    let chunk: ParsedRecord[] = [];
    let read = 0;
    try {
      for (let step = start; step.done !== true; step = records.next()) {
        const record = step.value;
        read += 1;
        this.#done += 1;
        if (record.index < first) {
          this.#rememberDone(file, record);
          continue;
        }
        chunk.push(record);
        if (chunk.length < CHUNK) continue;
        await this.#commitChunk(file, batch, chunk, record.index + 1);
        chunk = [];
        if (this.#context.signal.aborted) return;
      }
      await this.#commitChunk(file, batch, chunk, null);
    } catch (error) {
      if (!(error instanceof HopelessFileError)) throw error;
      this.#report(file, { code: error.code });
    }
    // The estimate gives way to the count.
    this.#total += read - Math.max(opened.value.estimate, 1);
    this.#progress();
  }

  async #commitChunk(
    file: ImportSource,
    batch: Batch,
    chunk: readonly ParsedRecord[],
    next: number | null,
  ): Promise<void> {
    const papers = new Map<number, LinkedPapers>();
    for (const record of chunk) {
      if (record.outcome.kind === 'read' && record.outcome.files.length > 0) {
        papers.set(record.index, await this.#storeLinked(file, record.outcome.files));
      }
      const named = record.outcome.kind === 'read' ? (record.outcome.extras?.files ?? []) : [];
      if (named.length > 0) {
        const linked = papers.get(record.index) ?? { stored: [], refused: [] };
        papers.set(record.index, { ...linked, attachments: await this.#storeAttachments(file, named) });
      }
    }
    this.#commit({ order: file.order, record: next, batchId: batch.id }, file.name, (change, lines) => {
      for (const record of chunk) {
        lines.push(this.#writer.addParsed(change, record, batch, papers.get(record.index)));
      }
      if (next === null) this.#writer.extras.relate(change);
    });
    // Lets calls of the window through between two chunks.
    await setImmediate();
  }

  #storeAttachments(file: ImportSource, named: readonly RecordFile[]): Promise<StoredAttachments> {
    const { files } = this.#tools;
    const put = files.put.bind(files);
    return storeAttachments(put, file.path, named, false, this.#context.signal);
  }

  /** A record that was written before the import was interrupted: others of the file may belong with it. */
  #rememberDone(file: ImportSource, record: ParsedRecord): void {
    const extras = record.outcome.kind === 'read' ? record.outcome.extras : undefined;
    if (extras?.key === undefined) return;
    const itemId = findReportedItem(this.#tools.core.db, this.#context.jobId, file.name, record.line);
    if (itemId !== undefined) this.#writer.extras.remember(extras.key, itemId, extras.related ?? []);
  }

  /**
   * PDFs that a record names, if they are where it says: a library moved from another program keeps its papers. Only files
   * beside the bibliography or in the person's own folder are opened; other links are told in the report.
   */
  async #storeLinked(file: ImportSource, names: readonly string[]): Promise<LinkedPapers> {
    const roots = linkRoots(file.path);
    const stored: StoredPaper[] = [];
    const refused: string[] = [];
    for (const name of names) {
      const named = linkedPath(name, roots);
      if (named.ok && kindOf(named.value) !== 'paper') continue;
      const found = named.ok ? await ordinaryFile(named.value, name, roots) : named;
      if (!found.ok) refused.push(name);
      if (!found.ok || found.value === undefined || !(await looksLikePdf(found.value))) continue;
      const put = await this.#tools.files.put(found.value, this.#context.signal);
      if (!put.ok) continue;
      stored.push({
        file: put.value,
        name: name.split(/[\\/]/).at(-1) ?? name,
        fingerprint: null,
        pageCount: null,
      });
    }
    return { stored, refused };
  }

  async #readPaper(file: ImportSource): Promise<void> {
    const { core, files } = this.#tools;
    const fileName = file.name.split('/').at(-1) ?? file.name;
    if (!(await looksLikePdf(file.path))) {
      this.#report(file, { code: 'import.not-a-pdf' });
      return;
    }
    const put = await files.put(file.path, this.#context.signal);
    if (!put.ok) {
      if (put.error.code !== 'import.cancelled') this.#report(file, put.error);
      return;
    }
    const same = findByFile(core.db, put.value.id);
    if (same !== undefined) {
      this.#line(file, {
        source: file.name,
        outcome: 'duplicate',
        code: 'import.duplicate-file',
        details: { title: same.title },
        itemId: same.itemId,
        title: same.title,
      });
      return;
    }
    const facts = await this.#tools.inspect(files.pathOf(put.value.id), fileName, this.#context.signal);
    if (this.#context.signal.aborted) return;
    // A locked paper can wait in the library for its password; a broken one can be of no use.
    if (!facts.ok && facts.error.code !== 'pdf.password') {
      if (!put.value.existed && !isFileListed(core.db, put.value.id)) await files.remove(put.value.id);
      this.#report(file, facts.error);
      return;
    }
    const found: Partial<PaperFacts> = facts.ok ? facts.value : {};
    const paper: StoredPaper = {
      file: put.value,
      name: fileName,
      fingerprint: found.fingerprint ?? null,
      pageCount: found.pageCount ?? null,
    };
    const { item, provenance } = paperRecord(found, fileName);
    const remark = paperRemark(facts, found.title === undefined);
    this.#commit(
      { order: file.order, record: null, batchId: this.#paperBatch().id },
      file.name,
      (change, lines) => {
        const known = this.#duplicates.find(item);
        if (known?.kind === 'same') {
          const missing = !hasAttachment(core.db, known.itemId);
          if (missing) this.#writer.attach(change, known.itemId, paper);
          lines.push({
            source: file.name,
            ...duplicateLine(known, item.title ?? ''),
            ...(missing ? { outcome: 'imported', code: 'import.attached-to-existing' } : {}),
          });
          return;
        }
        const itemId = this.#writer.addItem(change, item, provenance, this.#paperBatch());
        this.#writer.attach(change, itemId, paper);
        lines.push({
          source: file.name,
          outcome: 'imported',
          itemId,
          title: item.title ?? '',
          ...(remark === undefined ? versionNote(known) : { code: remark }),
        });
      },
    );
    this.#advance();
  }

  #paperBatch(): Batch {
    const { core } = this.#tools;
    const first = this.#context.payload.paths[0] ?? '';
    return (this.#papers ??= {
      id: core.ids.next(),
      source: first.split(/[\\/]/).at(-1) ?? '',
      format: 'pdf',
      jobId: this.#context.jobId,
    });
  }

  /** Writes, report lines and checkpoint in one transaction, as part of the import's one undo step. */
  #commit(
    checkpoint: ImportCheckpoint,
    source: string,
    work: (change: Parameters<RecordWriter['addItem']>[0], lines: NewJobRecord[]) => void,
  ): void {
    const lines: NewJobRecord[] = [];
    this.#progress();
    this.#context.commit(checkpoint, lines, () => {
      this.#tools.core.commands.run('import.run', (change) => work(change, lines), {
        groupId: this.#context.payload.groupId,
        params: { source },
      });
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

function isReadable(step: IteratorResult<ParsedRecord>): boolean {
  return step.done !== true && step.value.outcome.kind === 'read';
}

function paperRemark(facts: Result<Partial<PaperFacts>>, nothingFound: boolean): string | undefined {
  if (!facts.ok) return facts.error.code;
  if (facts.value.textLayer === 'none') return 'import.no-text-layer';
  return nothingFound ? 'import.nothing-found' : undefined;
}

async function openFile(file: ImportSource): Promise<ReturnType<typeof openBibliography>> {
  if (file.kind === 'other') return { ok: false, error: { code: 'import.unsupported-file' } };
  if (file.bytes > MAX_BIBLIOGRAPHY_BYTES) {
    const megabytes = Math.round(file.bytes / 1024 / 1024);
    return { ok: false, error: { code: 'import.bibliography-too-large', details: { megabytes } } };
  }
  try {
    return openBibliography(await readFile(file.path));
  } catch (error) {
    return { ok: false, error: { code: 'import.file-unreadable', cause: String(error) } };
  }
}
