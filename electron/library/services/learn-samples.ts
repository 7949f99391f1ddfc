import { isCitationKeyTaken } from '@db/repositories/import-lookups';
import { findPaperCopy } from '@db/repositories/learn';
import {
  findSampleItem,
  isEmptyLibrary,
  readOrAddTag,
  sampleCollections,
} from '@db/repositories/learn-samples';
import type { ChangeSet } from '@db/change-set';
import {
  cslItemSchema,
  listColumns,
  makeCitationKey,
  uniqueCitationKey,
  type CslItem,
} from '@shared/domain/bibliography';
import type { ContentLanguage } from '@shared/domain/learning/language';
import type { SampleLibrary } from '@shared/domain/learning/sample-library';
import type { RenderedPaper } from '@shared/domain/learning/teaching-paper';
import { ok, type Result } from '@shared/lib/result';
import type { ContentStore } from '../adapters/content-store';
import { FileStore } from '../adapters/file-store';
import type { Core } from '../core';

type Needs = Pick<Core, 'db' | 'commands' | 'clock' | 'ids' | 'log' | 'paths'>;

interface SampleFile {
  readonly pdf: RenderedPaper;
  readonly fileId: string;
  readonly title: string;
}
interface ReadyItem {
  readonly csl: CslItem;
  readonly tags: readonly string[];
  readonly design: string | null;
  readonly collection: string;
  readonly file: SampleFile | undefined;
}

/** The invented records and papers that a new library starts with, marked as sample everywhere. */
export class SampleLibraryService {
  readonly #files: FileStore;

  constructor(
    private readonly core: Needs,
    private readonly content: ContentStore,
  ) {
    this.#files = new FileStore(core.paths.files);
  }

  /** Fills a library that has never held anything. Called by the window's library process, not by the command line. */
  async addOnFirstRun(language: ContentLanguage): Promise<Result<{ added: number; present: number }>> {
    return isEmptyLibrary(this.core.db) ? this.add(language) : ok({ added: 0, present: 0 });
  }

  /**
   * Adds what is missing of the sample library, as one undoable step.
   * @param language language of the names of the sample collections
   * @returns how many records were added and how many were there, `learn.content-broken`, `learn.paper-not-built`, or
   *   the failures of the file store
   */
  async add(language: ContentLanguage): Promise<Result<{ added: number; present: number }>> {
    const library = this.content.sampleLibrary();
    if (!library.ok) return library;
    const ready: ReadyItem[] = [];
    for (const entry of library.value.items) {
      // The id of the file is not the id of the record: the library gives its own.
      const csl = cslItemSchema.omit({ id: true }).parse(entry.csl);
      const file =
        entry.teachingPaper === undefined
          ? ok(undefined)
          : await this.#store(entry.teachingPaper, entry.csl.title);
      if (!file.ok) return file;
      if (this.#isPresent(csl, file.value)) continue;
      ready.push({
        csl,
        tags: [library.value.tag, ...entry.tags],
        design: entry.design ?? null,
        collection: entry.collection,
        file: file.value,
      });
    }
    const present = library.value.items.length - ready.length;
    if (ready.length > 0) {
      this.core.commands.run(
        'learn.addSamples',
        (change) => {
          this.#write(change, library.value, ready, language);
        },
        { params: { count: ready.length } },
      );
    }
    return ok({ added: ready.length, present });
  }

  #isPresent(csl: CslItem, file: SampleFile | undefined): boolean {
    const columns = listColumns(csl);
    if (file && findPaperCopy(this.core.db, file.fileId, columns.doi ?? '')) return true;
    return findSampleItem(this.core.db, columns.title_key) !== undefined;
  }

  async #store(paperId: string, title: string): Promise<Result<SampleFile>> {
    const pdf = this.content.paperPdf(paperId);
    if (!pdf.ok) return pdf;
    const stored = await this.#files.put(pdf.value.file);
    return stored.ok ? ok({ pdf: pdf.value, fileId: stored.value.id, title: `${title}.pdf` }) : stored;
  }

  #write(
    change: ChangeSet,
    library: SampleLibrary,
    items: readonly ReadyItem[],
    language: ContentLanguage,
  ): void {
    const { db, ids, clock } = this.core;
    const now = clock.now();
    const collections = sampleCollections(db, change, library.collections, language, ids, now);
    // Last written is newest, and the newest stands first in the list: the trial that the first module reads.
    for (const item of [...items].reverse()) {
      const id = ids.next();
      const key = uniqueCitationKey(makeCitationKey(item.csl), (candidate) =>
        isCitationKeyTaken(db, candidate),
      );
      const csl: CslItem = { ...item.csl, 'citation-key': key };
      change.insert('item', {
        id,
        ...listColumns(csl),
        csl: JSON.stringify(csl),
        design: item.design,
        read_status: 'to-read',
        provenance: '{}',
        import_batch_id: null,
        is_sample: 1,
        opened_at: null,
        created_at: now,
        updated_at: now,
        trashed_at: null,
      });
      const collectionId = collections.get(item.collection);
      if (collectionId !== undefined)
        change.insert('collection_item', { id: ids.next(), collection_id: collectionId, item_id: id });
      for (const tag of item.tags) {
        change.insert('item_tag', {
          id: ids.next(),
          item_id: id,
          tag_id: readOrAddTag(db, change, tag, ids),
        });
      }
      if (item.file) this.#attach(change, id, item.file, now);
    }
  }

  #attach(change: ChangeSet, itemId: string, file: SampleFile, now: string): void {
    const known = this.core.db.prepare('SELECT 1 FROM file WHERE id = ?').get(file.fileId) !== undefined;
    if (!known) {
      change.insert('file', {
        id: file.fileId,
        size: file.pdf.size,
        media_type: 'application/pdf',
        original_name: `${file.pdf.id}.pdf`,
        created_at: now,
      });
    }
    change.insert('attachment', {
      id: this.core.ids.next(),
      item_id: itemId,
      file_id: file.fileId,
      title: file.title,
      fingerprint: file.pdf.fingerprint,
      page_count: file.pdf.pages,
      text_status: 'queued',
      text_error: null,
      last_page_index: 0,
      created_at: now,
      trashed_at: null,
    });
  }
}
