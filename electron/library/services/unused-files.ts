import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { all, query, run } from '@db/query';
import { fail, ok, type Result } from '@shared/lib/result';
import { FileStore } from '../adapters/file-store';
import type { Core } from '../core';

const HASH = /\b[0-9a-f]{64}\b/g;
/** A file that came just now may belong to something that is not written yet. */
const YOUNGEST_MS = 10 * 60 * 1_000;

interface UnusedFile {
  readonly id: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * Stored documents that nothing refers to any more: no record (in the trash or not), no data set, no case, and no step that undo or
 * redo could still bring back. They are freed only when the person says so.
 */
export class UnusedFiles {
  readonly #core: Pick<Core, 'db' | 'commands' | 'paths' | 'jobs'>;
  readonly #files: FileStore;
  readonly #now: () => number;

  /** @param now milliseconds since 1970, as the times of files have them */
  constructor(core: Pick<Core, 'db' | 'commands' | 'paths' | 'jobs'>, now: () => number = Date.now) {
    this.#core = core;
    this.#files = new FileStore(core.paths.files);
    this.#now = now;
  }

  /** @returns how many there are and their bytes together */
  status(): { files: number; bytes: number } {
    return summed(this.#find());
  }

  /**
   * Deletes them; nothing brings them back. Found again at this moment: what was shown may be in use by now.
   * @returns what was freed, or `health.busy` while a job could be storing documents
   */
  free(): Result<{ files: number; bytes: number }> {
    const { db, jobs } = this.#core;
    const active = jobs.list(true);
    if (active.ok && active.value.length > 0) return fail('health.busy');
    const freed = this.#find().filter(({ id }) => {
      try {
        rmSync(this.#files.pathOf(id));
      } catch {
        return false;
      }
      // Not a step of the history: without its bytes the row must not come back.
      run(db, query.deleteFrom('file').where('id', '=', id));
      return true;
    });
    return ok(summed(freed));
  }

  #find(): UnusedFile[] {
    const stored = this.#stored();
    if (stored.length === 0) return [];
    const used = this.#used();
    const loose = stored.filter(({ id }) => !used.has(id));
    if (loose.length === 0) return [];
    for (const changes of this.#core.commands.changesInReach())
      for (const [hash] of changes.matchAll(HASH)) used.add(hash);
    return loose.filter(({ id }) => !used.has(id));
  }

  #used(): Set<string> {
    const { db } = this.#core;
    const used = new Set<string>();
    for (const table of ['attachment', 'dataset', 'practice_case'] as const)
      for (const { file_id: id } of all(db, query.selectFrom(table).select('file_id')))
        if (id !== null) used.add(id);
    // A data set may name the table it was made from.
    for (const { recipe } of all(db, query.selectFrom('dataset').select('recipe')))
      for (const [hash] of recipe.matchAll(HASH)) used.add(hash);
    return used;
  }

  #stored(): UnusedFile[] {
    const { files } = this.#core.paths;
    const found: UnusedFile[] = [];
    for (const folder of readdirSync(files, { withFileTypes: true })) {
      if (!folder.isDirectory() || !/^[0-9a-f]{2}$/.test(folder.name)) continue;
      for (const name of readdirSync(join(files, folder.name))) {
        if (!/^[0-9a-f]{64}$/.test(name) || !name.startsWith(folder.name)) continue;
        const { size, mtimeMs } = statSync(join(files, folder.name, name));
        if (this.#now() - mtimeMs > YOUNGEST_MS) found.push({ id: name, size });
      }
    }
    return found;
  }
}

function summed(files: readonly UnusedFile[]): { files: number; bytes: number } {
  return { files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) };
}
