import { existsSync, readFileSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Change } from '@db/change-set';
import {
  itemsTouchedBy,
  lastSequence,
  libraryDeviceId,
  listSidecarPlaces,
  readSidecarRecord,
  sidecarPlace,
} from '@db/repositories/sidecar';
import { sidecarFolder, sidecarState, type SidecarState } from '@shared/domain/library/sidecar';
import type { Core } from '../core';

export const SIDECAR_NAME = 'records.jsonl';
const STATE_NAME = 'records.json';
/** Changes of one moment are written together, and typing is not followed letter by letter. */
const QUIET_MS = 1_500;
const PLACES_PER_TURN = 500;
const RECORDS_PER_TURN = 10;
const ENTRIES_PER_TURN = 20;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Keeps one file of plain metadata in each document folder (`files/ab/records.jsonl`), so that the library can be built again
 * when the database is lost. A projection of the command log: what a crash left out is caught up at the next start.
 */
export class SidecarService {
  readonly #core: Pick<Core, 'db' | 'commands' | 'clock' | 'paths' | 'log'>;
  /** Folder of each record, and the records of each folder; empty until the first write. */
  readonly #folderOf = new Map<string, string>();
  readonly #itemsOf = new Map<string, Set<string>>();
  readonly #dirtyItems = new Set<string>();
  readonly #dirtyFolders = new Set<string>();
  #sequence = 0;
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> | null = null;
  #stopped = false;
  #unsubscribe: (() => unknown) | null = null;

  constructor(core: Pick<Core, 'db' | 'commands' | 'clock' | 'paths' | 'log'>) {
    this.#core = core;
  }

  /** Follows the library from now on. Detached sidecars are left as they are. */
  start(): void {
    if (this.isDetached()) return;
    this.#unsubscribe = this.#core.commands.onCommitted((entry) => {
      this.#note(entry.changes);
      this.#sequence = entry.sequence;
      this.#schedule();
    });
    const state = this.readState();
    this.#sequence = lastSequence(this.#core.db);
    if (state?.sequence === this.#sequence) return;
    this.#writing = this.#catchUp(state?.sequence ?? null).finally(() => {
      this.#writing = null;
      this.#schedule();
    });
  }

  /** Stops following; what is not written yet is caught up at the next start. */
  async stop(): Promise<void> {
    this.#unsubscribe?.();
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#stopped = true;
    await this.#writing;
  }

  /** Writes everything that changed; resolves when it is on the disk. */
  async flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#writing;
    if (this.#unsubscribe === null) return;
    await this.#write();
  }

  /**
   * Whether the sidecars know more than this database: it was lost and begun anew, or an older copy of it was restored.
   * They are not written over until the person brought the records back or set them aside.
   */
  isDetached(): boolean {
    const state = this.readState();
    if (state === null) return false;
    const { db } = this.#core;
    return (
      state.deviceId !== libraryDeviceId(db) ||
      (this.#unsubscribe === null && state.sequence > lastSequence(db))
    );
  }

  /** How far the sidecars are; null when there are none or the note is unreadable. */
  readState(): SidecarState | null {
    const path = join(this.#core.paths.files, STATE_NAME);
    if (!existsSync(path)) return null;
    try {
      return sidecarState.parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch (error) {
      this.#core.log.warn('sidecars.state-unreadable', { cause: String(error) });
      return null;
    }
  }

  /** Takes the folder's sidecars over: from now on this library writes them, all of them anew. */
  async adopt(): Promise<void> {
    await rm(join(this.#core.paths.files, STATE_NAME), { force: true });
    if (this.#unsubscribe === null) this.start();
    await this.flush();
  }

  #schedule(): void {
    if (this.#stopped || this.#timer !== null) return;
    if (this.#dirtyItems.size === 0 && this.#dirtyFolders.size === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#writing ??= this.#write().finally(() => {
        this.#writing = null;
        this.#schedule();
      });
    }, QUIET_MS);
    this.#timer.unref();
  }

  /** Remembers which records a commit touched. */
  #note(changes: readonly Change[]): void {
    for (const { table, id, before, after } of changes) {
      if (table === 'item') this.#dirtyItems.add(id);
      for (const image of [before, after]) {
        const itemId = image?.['item_id'];
        if (typeof itemId === 'string') this.#dirtyItems.add(itemId);
      }
      for (const itemId of itemsTouchedBy(this.#core.db, table, id)) this.#dirtyItems.add(itemId);
    }
  }

  /** What was committed and not written before the last end; everything when nobody knows. */
  async #catchUp(after: number | null): Promise<void> {
    if (after === null) {
      for (const place of await this.#allPlaces()) this.#dirtyItems.add(place);
      for (let folder = 0; folder < 256; folder += 1) {
        const name = folder.toString(16).padStart(2, '0');
        if (existsSync(join(this.#core.paths.files, name, SIDECAR_NAME))) this.#dirtyFolders.add(name);
      }
      return;
    }
    for (let from = after; !this.#stopped;) {
      const entries = this.#core.commands.entriesAfter(from, ENTRIES_PER_TURN);
      for (const entry of entries) this.#note(entry.changes);
      const last = entries.at(-1);
      if (!last) return;
      from = last.sequence;
      await nextTurn();
    }
  }

  async #allPlaces(): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let after = ''; ;) {
      const page = listSidecarPlaces(this.#core.db, after, PLACES_PER_TURN);
      for (const { itemId, firstFileId } of page) {
        this.#put(itemId, sidecarFolder(itemId, firstFileId));
        ids.push(itemId);
      }
      const last = page.at(-1);
      if (!last) return ids;
      after = last.itemId;
      await nextTurn();
    }
  }

  #put(itemId: string, folder: string | null): void {
    const before = this.#folderOf.get(itemId);
    if (before !== undefined && before !== folder) {
      this.#itemsOf.get(before)?.delete(itemId);
      this.#dirtyFolders.add(before);
      this.#folderOf.delete(itemId);
    }
    if (folder === null) return;
    this.#folderOf.set(itemId, folder);
    const items = this.#itemsOf.get(folder) ?? new Set();
    this.#itemsOf.set(folder, items.add(itemId));
  }

  async #write(): Promise<void> {
    const sequence = this.#sequence;
    try {
      if (this.#folderOf.size === 0) await this.#allPlaces();
      const items = [...this.#dirtyItems];
      this.#dirtyItems.clear();
      for (const [index, itemId] of items.entries()) {
        const firstFileId = sidecarPlace(this.#core.db, itemId);
        const folder = firstFileId === undefined ? null : sidecarFolder(itemId, firstFileId);
        this.#put(itemId, folder);
        if (folder !== null) this.#dirtyFolders.add(folder);
        if (index % PLACES_PER_TURN === PLACES_PER_TURN - 1) await nextTurn();
      }
      for (const folder of [...this.#dirtyFolders]) {
        if (this.#stopped) return;
        this.#dirtyFolders.delete(folder);
        await this.#writeFolder(folder);
      }
      await this.#replace(join(this.#core.paths.files, STATE_NAME), [
        JSON.stringify({
          deviceId: libraryDeviceId(this.#core.db),
          sequence,
          records: this.#folderOf.size,
          writtenAt: this.#core.clock.now(),
        } satisfies SidecarState),
      ]);
    } catch (error) {
      // The next change, or the next start, writes again: the note of how far it got was not written.
      this.#core.log.warn('sidecars.not-written', { cause: String(error) });
    }
  }

  async #writeFolder(folder: string): Promise<void> {
    const path = join(this.#core.paths.files, folder, SIDECAR_NAME);
    const lines: string[] = [];
    for (const [index, itemId] of [...(this.#itemsOf.get(folder) ?? [])].sort().entries()) {
      const record = readSidecarRecord(this.#core.db, itemId);
      if (record) lines.push(JSON.stringify(record));
      if (index % RECORDS_PER_TURN === RECORDS_PER_TURN - 1) await nextTurn();
    }
    if (lines.length === 0) {
      await rm(path, { force: true });
      return;
    }
    await mkdir(join(this.#core.paths.files, folder), { recursive: true, mode: 0o700 });
    await this.#replace(path, lines);
  }

  /** A reader finds the old file or the new one, never half of one. */
  async #replace(path: string, lines: readonly string[]): Promise<void> {
    const partial = `${path}.partial`;
    const handle = await open(partial, 'w', 0o600);
    try {
      await handle.writeFile(`${lines.join('\n')}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, path);
  }
}
