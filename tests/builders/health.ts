import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../electron/library/adapters/sha256';
import { FileStore } from '../../electron/library/adapters/file-store';
import { annotationRow, attachmentRow, fileRow } from './annotation-row';
import type { TestLibrary } from './open-test-library';

/** A paper with a document (unless `bytes` is null), a note, a highlight, a tag and a nested collection. */
export async function addPaper(
  library: TestLibrary,
  paper: { readonly title: string; readonly bytes: string | null },
): Promise<{ itemId: string; fileId: string | null; attachmentId: string | null }> {
  const { core } = library.library;
  const { itemId } = await library.get('library.create', {
    csl: {
      id: paper.title,
      type: 'article-journal',
      title: paper.title,
      DOI: `10.1234/${paper.title.length}`,
    },
  });
  await library.get('notes.create', { itemId, body: `On ${paper.title}` });
  await library.get('tags.apply', { itemIds: [itemId], tag: { name: 'reading' } });
  const top = await library.get('collections.create', { name: `Course ${paper.title}` });
  const below = await library.get('collections.create', { name: 'Week 1', parentId: top.collectionId });
  await library.get('collections.addItems', { collectionId: below.collectionId, itemIds: [itemId] });
  if (paper.bytes === null) return { itemId, fileId: null, attachmentId: null };
  const fileId = sha256(paper.bytes);
  await new FileStore(core.paths.files).putBytes(Buffer.from(paper.bytes));
  const attachment = attachmentRow({ item_id: itemId, file_id: fileId, title: `${paper.title}.pdf` });
  core.commands.run('test.attach', (change) => {
    if (core.db.prepare('SELECT 1 FROM file WHERE id = ?').get(fileId) === undefined)
      change.insert(
        'file',
        fileRow({ id: fileId, size: Buffer.byteLength(paper.bytes ?? ''), linked_path: null }),
      );
    change.insert('attachment', attachment);
    change.insert(
      'annotation',
      annotationRow({ item_id: itemId, attachment_id: attachment.id, comment: `Seen in ${paper.title}` }),
    );
  });
  return { itemId, fileId, attachmentId: attachment.id };
}

/** Writes bytes somewhere outside of the library. @returns the path */
export function fileOutside(library: TestLibrary, name: string, bytes: string): string {
  const path = join(library.root, '..', `${library.root.split(/[\\/]/).at(-1) ?? ''}-${name}`);
  writeFileSync(path, bytes);
  return path;
}
