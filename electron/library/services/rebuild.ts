import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { ChangeSet } from '@db/change-set';
import { collectionByName, columnsOf, hasRow, tagByName } from '@db/repositories/sidecar';
import type { TrackedTable } from '@db/schema';
import { parseSidecarLine, type SidecarRecord } from '@shared/domain/library/sidecar';
import { fail, ok, type Result } from '@shared/lib/result';
import type { Core } from '../core';
import type { JobContext, NewJobRecord } from '../jobs/jobs';
import { SIDECAR_NAME, type SidecarService } from './sidecars';

export const REBUILD_JOB = 'health.rebuild';
const payload = z.object({ groupId: z.string() });
const checkpoint = z.object({ folder: z.number().int(), line: z.number().int() });
type Checkpoint = z.infer<typeof checkpoint>;
type Row = SidecarRecord['item'];

const RECORDS_PER_STEP = 25;
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Folders below files/ that hold a sidecar, in order. */
export function sidecarFolders(files: string): string[] {
  if (!existsSync(files)) return [];
  return readdirSync(files)
    .filter((name) => /^[0-9a-f]{2}$/.test(name) && existsSync(join(files, name, SIDECAR_NAME)))
    .sort();
}

/**
 * Builds records again from the sidecars of the document folders: what the library has stays as it is, what it lacks comes back
 * with documents, notes, highlights, tags and collections. One undoable step.
 */
export class RebuildService {
  readonly #core: Core;
  readonly #sidecars: SidecarService;

  constructor(core: Core, sidecars: SidecarService) {
    this.#core = core;
    this.#sidecars = sidecars;
    core.jobs.register(
      REBUILD_JOB,
      { payload: (value) => payload.parse(value), checkpoint: (value) => checkpoint.parse(value) },
      (context) => this.#run(context),
    );
  }

  /** @returns the job, or `health.no-sidecars` */
  start(): Result<{ jobId: string }> {
    if (sidecarFolders(this.#core.paths.files).length === 0) return fail('health.no-sidecars');
    return ok({ jobId: this.#core.jobs.start(REBUILD_JOB, { groupId: this.#core.ids.next() }) });
  }

  /** Sets the sidecars of a lost library aside, so that this one writes its own. Nothing is deleted. */
  async setAside(): Promise<Result<{ setAside: number }>> {
    const { files } = this.#core.paths;
    const stamp = this.#core.clock.now().replaceAll(/[-:.]/g, '');
    const folders = sidecarFolders(files);
    try {
      for (const folder of folders) {
        const path = join(files, folder, SIDECAR_NAME);
        await rename(path, `${path}.before-${stamp}`);
      }
    } catch (error) {
      return fail('health.not-set-aside', undefined, String(error));
    }
    await this.#sidecars.adopt();
    return ok({ setAside: folders.length });
  }

  async #run(context: JobContext<z.infer<typeof payload>, Checkpoint>): Promise<Result<null>> {
    const { files } = this.#core.paths;
    const folders = sidecarFolders(files);
    const from = context.checkpoint ?? { folder: 0, line: 0 };
    for (const [index, folder] of folders.entries()) {
      if (index < from.folder) continue;
      context.progress(index, folders.length);
      const done = await this.#readFolder(context, index, folder, index === from.folder ? from.line : 0);
      if (!done) return ok(null);
    }
    context.progress(folders.length, folders.length);
    await this.#sidecars.adopt();
    return ok(null);
  }

  /** @returns false when the job was stopped */
  async #readFolder(
    context: JobContext<z.infer<typeof payload>, Checkpoint>,
    index: number,
    folder: string,
    skip: number,
  ): Promise<boolean> {
    const lines = createInterface({
      input: createReadStream(join(this.#core.paths.files, folder, SIDECAR_NAME), 'utf8'),
      crlfDelay: Infinity,
    });
    let line = 0;
    let step: { readonly line: number; readonly text: string }[] = [];
    const store = (last: boolean): void => {
      const part = step;
      step = [];
      const at = last ? { folder: index + 1, line: 0 } : { folder: index, line };
      this.#core.commands.run(
        'health.rebuild',
        (change) => {
          context.commit(
            at,
            part.map(({ line: number, text }) =>
              this.#restore(change, `${folder}/${SIDECAR_NAME}`, number, text),
            ),
          );
        },
        { groupId: context.payload.groupId },
      );
    };
    for await (const text of lines) {
      line += 1;
      if (line <= skip || text.trim() === '') continue;
      step.push({ line, text });
      if (step.length < RECORDS_PER_STEP) continue;
      store(false);
      await nextTurn();
      if (context.signal.aborted) return false;
    }
    store(true);
    return !context.signal.aborted;
  }

  #restore(change: ChangeSet, source: string, line: number, text: string): NewJobRecord {
    const record = parseSidecarLine(text);
    if (!record)
      return { source, line, outcome: 'failed', code: 'health.line-unreadable', raw: text.slice(0, 2_000) };
    const itemId = String(record.item['id']);
    const title = String(record.item['title'] ?? '');
    const place = { source, line, title, itemId };
    if (hasRow(this.#core.db, 'item', itemId))
      return { ...place, outcome: 'skipped', code: 'health.already-there' };
    // The import it came with is not in the sidecars.
    this.#insert(change, 'item', { ...record.item, import_batch_id: null });
    for (const file of record.files)
      if (!hasRow(this.#core.db, 'file', String(file['id']))) this.#insert(change, 'file', file);
    for (const row of record.attachments)
      this.#insert(change, 'attachment', { ...row, text_status: 'queued' });
    for (const row of record.notes) this.#insert(change, 'note', row);
    for (const row of record.annotations) this.#insert(change, 'annotation', row);
    for (const row of record.readingLog) this.#insert(change, 'reading_log_entry', row);
    for (const tag of record.tags) this.#tag(change, itemId, tag);
    for (const path of record.collections) this.#file(change, itemId, path);
    return { ...place, outcome: 'imported' };
  }

  /** A sidecar may be older or newer than the schema: what has no column is left out. */
  #insert(change: ChangeSet, table: TrackedTable, row: Row): void {
    const known = columnsOf(this.#core.db, table);
    change.insertImage(
      table,
      Object.fromEntries(Object.entries(row).filter(([column]) => known.has(column))),
    );
  }

  #tag(change: ChangeSet, itemId: string, tag: SidecarRecord['tags'][number]): void {
    let tagId = tagByName(this.#core.db, tag.name);
    if (tagId === null) {
      tagId = this.#core.ids.next();
      change.insert('tag', { id: tagId, name: tag.name, color: tag.color, shortcut: null });
    }
    change.insert('item_tag', { id: this.#core.ids.next(), item_id: itemId, tag_id: tagId });
  }

  #file(change: ChangeSet, itemId: string, path: readonly string[]): void {
    let parentId: string | null = null;
    for (const name of path) {
      let id: string | null = collectionByName(this.#core.db, name, parentId);
      if (id === null) {
        id = this.#core.ids.next();
        const now = this.#core.clock.now();
        change.insert('collection', { id, parent_id: parentId, name, position: 0, created_at: now });
      }
      parentId = id;
    }
    if (parentId === null) return;
    change.insert('collection_item', { id: this.#core.ids.next(), collection_id: parentId, item_id: itemId });
  }
}
