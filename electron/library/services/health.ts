import { readdirSync, statSync } from 'node:fs';
import { opendir, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { first, prepared, query } from '@db/query';
import { conflictCopies } from '@shared/domain/library/synced-folder';
import type { CallOutput } from '@shared/ipc/contract';
import { fail, ok, type Result } from '@shared/lib/result';
import { FileStore } from '../adapters/file-store';
import { checkIntegrityInThread, type IntegrityAnswer } from '../adapters/integrity-check';
import { sha256OfFile } from '../adapters/sha256-of-file';
import { syncServiceOf } from '../adapters/sync-service';
import type { Core } from '../core';
import type { BackupService } from './backup';
import type { SidecarService } from './sidecars';

const MAX_FILES_LOOKED_AT = 100_000;

/** What the health page shows and mends. */
export class HealthService {
  readonly #core: Core;
  readonly #backups: BackupService;
  readonly #sidecars: SidecarService;
  readonly #files: FileStore;

  constructor(core: Core, backups: BackupService, sidecars: SidecarService) {
    this.#core = core;
    this.#backups = backups;
    this.#sidecars = sidecars;
    this.#files = new FileStore(core.paths.files);
  }

  /** Cheap facts; nothing is read through. */
  status(): CallOutput<'health.status'> {
    const { db, paths } = this.#core;
    const number = (sql: string): number => (prepared(db, sql).get() as { n: number }).n;
    const journal = String(db.pragma('journal_mode', { simple: true }));
    const sidecars = this.#sidecars.readState();
    return {
      folder: paths.root,
      syncService: syncServiceOf(paths.root),
      conflictCopies: conflictCopies(readdirSync(paths.root)),
      journal: journal === 'wal' || journal === 'delete' ? journal : 'other',
      sizes: {
        database: sizeOf(paths.database) + sizeOf(`${paths.database}-wal`),
        fulltext: sizeOf(paths.fulltext) + sizeOf(`${paths.fulltext}-wal`),
        files: number('SELECT coalesce(sum(size), 0) AS n FROM file WHERE linked_path IS NULL'),
        backups: this.#backups.list().reduce((sum, entry) => sum + entry.bytes, 0),
      },
      counts: {
        items: number('SELECT count(*) AS n FROM item WHERE trashed_at IS NULL'),
        attachments: number('SELECT count(*) AS n FROM attachment WHERE trashed_at IS NULL'),
        linkedFiles: number('SELECT count(*) AS n FROM file WHERE linked_path IS NOT NULL'),
        notes: number('SELECT count(*) AS n FROM note WHERE trashed_at IS NULL'),
        annotations: number('SELECT count(*) AS n FROM annotation WHERE trashed_at IS NULL'),
      },
      lastBackupAt: this.#backups.list()[0]?.createdAt ?? null,
      sidecars: {
        state: sidecars === null ? 'none' : this.#sidecars.isDetached() ? 'detached' : 'following',
        records: sidecars?.records ?? 0,
        writtenAt: sidecars?.writtenAt ?? null,
      },
    };
  }

  /** Looks through the databases and for every document, in a thread. @returns `health.check-failed` when it could not */
  async check(): Promise<Result<CallOutput<'health.check'>>> {
    const answer = await this.#look();
    if (!answer.ok) return answer;
    const { problems, missing, unreadable } = answer.value;
    if (unreadable !== null) return fail('health.check-failed', undefined, unreadable);
    return ok({
      problems,
      missing: missing.map(({ attachmentId, itemId, title, linkedPath, reason }) => ({
        attachmentId,
        itemId,
        title,
        linkedPath,
        reason,
      })),
    });
  }

  /**
   * Gives an attachment a document.
   * @returns whether it is the same as before; `health.other-file` when it is not and that was not accepted,
   *   `files.attachment-not-found`, `import.file-missing`, `import.file-unreadable`, `import.disk-full`
   */
  async repairFile(input: {
    readonly attachmentId: string;
    readonly path: string;
    readonly acceptOther: boolean;
  }): Promise<Result<{ isSame: boolean }>> {
    if (!isAbsolute(input.path)) return fail('import.relative-path');
    const row = first(
      this.#core.db,
      query
        .selectFrom('attachment')
        .innerJoin('file', 'file.id', 'attachment.file_id')
        .select(['attachment.file_id', 'file.linked_path', 'file.media_type'])
        .where('attachment.id', '=', input.attachmentId),
    );
    if (!row) return fail('files.attachment-not-found');
    const hash = await sha256OfFile(input.path);
    if (!hash.ok) return hash;
    const isSame = hash.value === row.file_id;
    if (!isSame && !input.acceptOther) return fail('health.other-file');
    if (isSame && row.linked_path !== null) {
      this.#core.commands.run('health.repair-file', (change) => {
        change.update('file', row.file_id, { linked_path: input.path });
      });
      return ok({ isSame });
    }
    const stored = await this.#files.put(input.path);
    if (!stored.ok) return stored;
    if (!isSame) this.#replace(input, stored.value, row.media_type);
    return ok({ isSame });
  }

  /**
   * Looks through a folder and those below it for missing documents: same size first, then same content.
   * @param path absolute path of a folder
   */
  async findFiles(path: string): Promise<Result<{ found: number; stillMissing: number }>> {
    if (!isAbsolute(path)) return fail('import.relative-path');
    const answer = await this.#look();
    if (!answer.ok) return answer;
    const wanted = new Map(answer.value.missing.map((file) => [file.fileId, file]));
    const sizes = new Map<number, string[]>();
    for (const fileId of wanted.keys()) {
      const row = first(this.#core.db, query.selectFrom('file').select('size').where('id', '=', fileId));
      if (row) sizes.set(row.size, [...(sizes.get(row.size) ?? []), fileId]);
    }
    let found = 0;
    try {
      for await (const candidate of filesBelow(path)) {
        if (wanted.size === 0) break;
        const { size } = await stat(candidate);
        if (!sizes.has(size)) continue;
        const hash = await sha256OfFile(candidate);
        const file = hash.ok ? wanted.get(hash.value) : undefined;
        if (!file) continue;
        const mended = await this.repairFile({ ...file, path: candidate, acceptOther: false });
        if (!mended.ok) continue;
        wanted.delete(file.fileId);
        found += 1;
      }
    } catch (error) {
      return fail('health.folder-unreadable', undefined, String(error));
    }
    return ok({ found, stillMissing: wanted.size });
  }

  async #look(): Promise<Result<IntegrityAnswer>> {
    const { database, fulltext, files } = this.#core.paths;
    return checkIntegrityInThread(this.#core.workers, { database, fulltext, files });
  }

  #replace(
    input: { readonly attachmentId: string; readonly path: string },
    stored: { readonly id: string; readonly size: number },
    mediaType: string,
  ): void {
    const { db, commands, clock } = this.#core;
    const name = input.path.split(/[\\/]/).at(-1) ?? input.path;
    commands.run('health.repair-file', (change) => {
      if (!first(db, query.selectFrom('file').select('id').where('id', '=', stored.id)))
        change.insert('file', {
          id: stored.id,
          size: stored.size,
          media_type: mediaType,
          original_name: name,
          created_at: clock.now(),
        });
      change.update('attachment', input.attachmentId, {
        file_id: stored.id,
        fingerprint: null,
        page_count: null,
        text_status: 'queued',
        text_error: null,
      });
    });
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Files in a folder and below it; links are not followed. */
async function* filesBelow(root: string): AsyncGenerator<string> {
  const folders = [root];
  let seen = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for await (const entry of await opendir(folder)) {
      if (entry.isDirectory()) folders.push(join(folder, entry.name));
      else if (entry.isFile()) {
        seen += 1;
        if (seen > MAX_FILES_LOOKED_AT) return;
        yield join(folder, entry.name);
      }
    }
  }
}
