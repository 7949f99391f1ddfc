import type { AnnotationTable, ItemTable } from '@db/schema';
import type { Core } from '../../electron/library/core';

const AT = '2026-01-01T00:00:00.000Z';

/** Stores an item whose CSL record matches its list columns. */
export function insertItem(core: Core, over: Partial<ItemTable> & { readonly id: string }): void {
  const authors = over.authors ?? 'Example';
  const year = over.year ?? 2021;
  const title = over.title ?? 'An invented paper';
  const csl = {
    type: 'book',
    title,
    author: [{ family: authors, given: 'A.' }],
    issued: { 'date-parts': [[year]] },
    publisher: 'Example Press',
  };
  core.commands.run('test.item', (change) => {
    change.insert('item', {
      type: 'book',
      csl: JSON.stringify(csl),
      citation_key: null,
      container_title: '',
      doi: null,
      language: null,
      design: null,
      read_status: 'to-read',
      sort_title: title.toLowerCase(),
      sort_authors: authors.toLowerCase(),
      title_key: '',
      provenance: '{}',
      import_batch_id: null,
      is_sample: 0,
      opened_at: null,
      created_at: AT,
      updated_at: AT,
      trashed_at: null,
      ...over,
      authors,
      year,
      title,
    });
  });
}

/** Stores a highlight with the attachment and file it needs. */
export function insertAnnotation(
  core: Core,
  over: Partial<AnnotationTable> & { readonly id: string; readonly item_id: string },
): void {
  const fileId = `file-${over.id}`;
  const attachmentId = `attachment-${over.id}`;
  core.commands.run('test.annotation', (change) => {
    change.insert('file', {
      id: fileId,
      size: 1,
      media_type: 'application/pdf',
      original_name: 'a.pdf',
      created_at: AT,
    });
    change.insert('attachment', {
      id: attachmentId,
      item_id: over.item_id,
      file_id: fileId,
      title: 'a.pdf',
      fingerprint: null,
      page_count: 10,
      text_status: 'indexed',
      text_error: null,
      last_page_index: 0,
      created_at: AT,
      trashed_at: null,
    });
    change.insert('annotation', {
      attachment_id: attachmentId,
      type: 'highlight',
      page_index: 0,
      page_label: null,
      rects: '[]',
      color: '#ffd400',
      quote_exact: 'Some words.',
      quote_prefix: '',
      quote_suffix: '',
      position_start: null,
      position_end: null,
      comment: '',
      sort_index: '0',
      fingerprint: '',
      created_at: AT,
      updated_at: AT,
      trashed_at: null,
      ...over,
    });
  });
}

/** Stores an inquiry that only has a title. */
export function insertProject(core: Core, id: string): void {
  core.commands.run('test.project', (change) => {
    change.insert('project', {
      id,
      kind: 'new-inquiry',
      title: 'Paired reading',
      model_id: 'kmt',
      model_version: '1',
      guidance: 'guided',
      status: 'active',
      is_based_on: null,
      is_sample: 0,
      created_at: AT,
      updated_at: AT,
      trashed_at: null,
    });
  });
}
