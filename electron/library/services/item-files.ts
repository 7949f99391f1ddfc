import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { all, first, query } from '@db/query';
import { findByFile } from '@db/repositories/import-lookups';
import { readMainDocument } from '@db/repositories/main-document';
import type { CallOutput } from '@shared/ipc/contract';
import { fail, ok, type Result } from '@shared/lib/result';
import { FileStore } from '../adapters/file-store';
import type { Core } from '../core';
import { fileNameOf, saveDocument } from './document-copies';
import { proposeNames } from './document-names';

const textStatus = z.enum(['queued', 'indexed', 'no-text-layer', 'failed']);
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  epub: 'application/epub+zip',
  html: 'text/html',
  txt: 'text/plain',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** The documents of a record: several, named by a pattern, added and taken off. */
export class ItemFilesService {
  readonly #core: Core;
  readonly #files: FileStore;

  constructor(core: Core) {
    this.#core = core;
    this.#files = new FileStore(core.paths.files);
  }

  /** @returns the documents in the order they came, or `library.item-missing` */
  list(itemId: string): Result<CallOutput<'health.itemFiles'>> {
    const { db } = this.#core;
    const item = first(db, query.selectFrom('item').select('id').where('id', '=', itemId));
    if (!item) return fail('library.item-missing');
    const names = new Map(
      proposeNames(this.#core, [itemId]).map(({ attachmentId, after }) => [attachmentId, after]),
    );
    const rows = all(
      db,
      query
        .selectFrom('attachment')
        .innerJoin('file', 'file.id', 'attachment.file_id')
        .selectAll('attachment')
        .select(['file.size', 'file.linked_path', 'file.media_type', 'file.original_name'])
        .where('attachment.item_id', '=', itemId)
        .where('attachment.trashed_at', 'is', null)
        .orderBy('attachment.created_at')
        .orderBy('attachment.id'),
    );
    const main = readMainDocument(db, itemId);
    return ok(
      rows.map((row) => {
        const suggested = names.get(row.id) ?? null;
        return {
          attachmentId: row.id,
          title: row.title,
          suggestedName: suggested === row.title ? null : suggested,
          size: row.size,
          isMain: row.id === main,
          isPdf: row.media_type === 'application/pdf',
          fileName: fileNameOf({ title: row.title, origin: row.original_name, mediaType: row.media_type }),
          pageCount: row.page_count,
          textStatus: textStatus.parse(row.text_status),
          linkedPath: row.linked_path,
          isThere: existsSync(row.linked_path ?? this.#files.pathOf(row.file_id)),
        };
      }),
    );
  }

  /**
   * Copies a file into the library and puts it on the record, unless the record has it.
   * @param path absolute path @param groupId files of one group are one step
   * @returns `library.item-missing`, or the failures of the file store
   */
  async add(itemId: string, path: string, groupId?: string): Promise<Result<CallOutput<'health.addFile'>>> {
    const { db, commands, clock, ids } = this.#core;
    if (!isAbsolute(path)) return fail('import.relative-path');
    if (!first(db, query.selectFrom('item').select('id').where('id', '=', itemId)))
      return fail('library.item-missing');
    const stored = await this.#files.put(path);
    if (!stored.ok) return stored;
    const there = this.#attachmentOf(itemId, stored.value.id);
    if (there !== undefined) return ok({ attachmentId: there, wasThere: true, alsoOn: null });
    const alsoOn = findByFile(db, stored.value.id)?.title ?? null;
    const name = path.split(/[\\/]/).at(-1) ?? path;
    const mediaType = MEDIA_TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
    const attachmentId = ids.next();
    commands.run(
      'health.add-file',
      (change) => {
        if (!first(db, query.selectFrom('file').select('id').where('id', '=', stored.value.id)))
          change.insert('file', {
            id: stored.value.id,
            size: stored.value.size,
            media_type: mediaType,
            original_name: name,
            created_at: clock.now(),
          });
        change.insert('attachment', {
          id: attachmentId,
          item_id: itemId,
          file_id: stored.value.id,
          title: name,
          fingerprint: null,
          page_count: null,
          text_status: mediaType === 'application/pdf' ? 'queued' : 'no-text-layer',
          text_error: null,
          last_page_index: 0,
          created_at: clock.now(),
          trashed_at: null,
        });
      },
      { params: { title: name }, ...(groupId === undefined ? {} : { groupId }) },
    );
    return ok({ attachmentId, wasThere: false, alsoOn });
  }

  /** @returns `files.attachment-not-found` */
  rename(attachmentId: string, title: string): Result<{ title: string }> {
    if (!this.#exists(attachmentId)) return fail('files.attachment-not-found');
    this.#core.commands.run(
      'health.rename-file',
      (change) => {
        change.update('attachment', attachmentId, { title });
      },
      { params: { title } },
    );
    return ok({ title });
  }

  /** The row stays, so that highlights on the document come back with it. @returns `files.attachment-not-found` */
  remove(attachmentId: string): Result<{ removed: true }> {
    if (!this.#exists(attachmentId)) return fail('files.attachment-not-found');
    const at = this.#core.clock.now();
    this.#core.commands.run('health.remove-file', (change) => {
      change.update('attachment', attachmentId, { trashed_at: at });
    });
    return ok({ removed: true });
  }

  /** The document of a record, outside the trash, that is this file. */
  #attachmentOf(itemId: string, fileId: string): string | undefined {
    return first(
      this.#core.db,
      query
        .selectFrom('attachment')
        .select('id')
        .where('item_id', '=', itemId)
        .where('file_id', '=', fileId)
        .where('trashed_at', 'is', null),
    )?.id;
  }

  /**
   * Makes a PDF the main document of its record: the one that "Read" opens.
   * @returns `files.attachment-not-found`, `health.not-a-pdf`
   */
  setMain(attachmentId: string): Result<{ attachmentId: string }> {
    const { db, commands } = this.#core;
    const row = first(
      db,
      query
        .selectFrom('attachment')
        .innerJoin('file', 'file.id', 'attachment.file_id')
        .select(['attachment.item_id', 'attachment.title', 'file.media_type'])
        .where('attachment.id', '=', attachmentId)
        .where('attachment.trashed_at', 'is', null),
    );
    if (!row) return fail('files.attachment-not-found');
    if (row.media_type !== 'application/pdf') return fail('health.not-a-pdf', { title: row.title });
    const siblings = all(db, query.selectFrom('attachment').select('id').where('item_id', '=', row.item_id));
    commands.run(
      'health.main-file',
      (change) => {
        for (const { id } of siblings)
          change.update('attachment', id, { is_main: id === attachmentId ? 1 : 0 });
      },
      { params: { title: row.title } },
    );
    return ok({ attachmentId });
  }

  /** @param path absolute path the person chose @returns the failures of {@link saveDocument} */
  save(attachmentId: string, path: string): Promise<Result<{ path: string }>> {
    return saveDocument(this.#core, attachmentId, path);
  }

  #exists(attachmentId: string): boolean {
    const found = first(
      this.#core.db,
      query.selectFrom('attachment').select('id').where('id', '=', attachmentId),
    );
    return found !== undefined;
  }
}
