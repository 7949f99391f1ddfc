import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { TestLibrary } from './open-test-library';

/** A paper that was put into a test library. */
export interface PaperInLibrary {
  readonly itemId: string;
  readonly attachmentId: string;
  /** Where its bytes lie in the library folder. */
  readonly path: string;
}

/**
 * Puts a file into a test library as an import would, without the import.
 * @param library open test library
 * @param bytes content of the file
 * @param mediaType for instance application/pdf
 */
export function addPaper(library: TestLibrary, bytes: Buffer, mediaType = 'application/pdf'): PaperInLibrary {
  const { commands, paths } = library.library.core;
  const fileId = createHash('sha256').update(bytes).digest('hex');
  const path = join(paths.files, fileId.slice(0, 2), fileId);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  const [itemId, attachmentId] = [uuidv7(), uuidv7()];
  const at = '2026-01-01T00:00:00.000Z';
  commands.run('test.addPaper', (change) => {
    change.insert('file', {
      id: fileId,
      size: bytes.length,
      media_type: mediaType,
      original_name: 'paper.pdf',
      created_at: at,
    });
    change.insert('item', {
      id: itemId,
      type: 'article-journal',
      csl: '{}',
      citation_key: null,
      title: 'Ten minutes a day',
      authors: '',
      year: 2025,
      container_title: '',
      doi: null,
      language: null,
      design: null,
      read_status: 'to-read',
      sort_title: '',
      sort_authors: '',
      title_key: '',
      provenance: '{}',
      import_batch_id: null,
      is_sample: 0,
      opened_at: null,
      created_at: at,
      updated_at: at,
      trashed_at: null,
    });
    change.insert('attachment', {
      id: attachmentId,
      item_id: itemId,
      file_id: fileId,
      title: 'paper.pdf',
      fingerprint: null,
      page_count: null,
      text_status: 'queued',
      text_error: null,
      last_page_index: 0,
      created_at: at,
      trashed_at: null,
    });
  });
  return { itemId, attachmentId, path };
}
