import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { TestLibrary } from './open-test-library';
import { itemRow } from './rows';

/** What was added: an item with one stored PDF. */
export interface AddedPaper {
  readonly itemId: string;
  readonly attachmentId: string;
  readonly fileId: string;
}

/**
 * Adds an item with a PDF to a library, the way an import does: file first, then one command.
 * @param test open library
 * @param path the PDF
 * @param title title of the item
 */
export function addPaper(test: TestLibrary, path: string, title: string): AddedPaper {
  const bytes = readFileSync(path);
  const fileId = createHash('sha256').update(bytes).digest('hex');
  const target = join(test.root, 'files', fileId.slice(0, 2), fileId);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(path, target);
  const item = itemRow({ title });
  const attachmentId = uuidv7();
  const at = item.created_at;
  test.library.core.commands.run('test.add-paper', (change) => {
    change.insert('file', {
      id: fileId,
      size: bytes.byteLength,
      media_type: 'application/pdf',
      original_name: 'paper.pdf',
      created_at: at,
    });
    change.insert('item', item);
    change.insert('attachment', {
      id: attachmentId,
      item_id: item.id,
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
  return { itemId: item.id, attachmentId, fileId };
}
