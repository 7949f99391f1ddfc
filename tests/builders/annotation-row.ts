import type { AnnotationTable, AttachmentTable, FileTable } from '@db/schema';
import { v7 as uuidv7 } from 'uuid';

const AT = '2026-01-15T08:00:00.000Z';

/** A file row with every column. */
export function fileRow(overrides: Partial<FileTable> = {}): FileTable {
  return {
    id: uuidv7().replaceAll('-', '').repeat(2),
    size: 1_000,
    media_type: 'application/pdf',
    original_name: 'paper.pdf',
    linked_path: null,
    created_at: AT,
    ...overrides,
  };
}

/** An attachment row with every column. @param overrides at least the item and the file */
export function attachmentRow(
  overrides: Partial<AttachmentTable> & Pick<AttachmentTable, 'item_id' | 'file_id'>,
): AttachmentTable {
  return {
    id: uuidv7(),
    title: 'paper.pdf',
    fingerprint: null,
    page_count: 4,
    text_status: 'indexed',
    text_error: null,
    last_page_index: 0,
    created_at: AT,
    trashed_at: null,
    is_main: 0,
    ...overrides,
  };
}

/** A highlight with every column. @param overrides at least the item and the attachment */
export function annotationRow(
  overrides: Partial<AnnotationTable> & Pick<AnnotationTable, 'item_id' | 'attachment_id'>,
): AnnotationTable {
  return {
    id: uuidv7(),
    type: 'highlight',
    page_index: 1,
    page_label: '202',
    rects: '[[56,600,200,612]]',
    color: 'yellow',
    quote_exact: 'Fourteen per cent of pupils left the paired-reading group',
    quote_prefix: '',
    quote_suffix: '',
    position_start: 0,
    position_end: 10,
    comment: '',
    sort_index: '00001|000000|00000',
    fingerprint: '',
    tags: '[]',
    created_at: AT,
    updated_at: AT,
    trashed_at: null,
    ...overrides,
  };
}
