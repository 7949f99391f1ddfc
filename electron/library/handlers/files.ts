import { z } from 'zod';
import { first, query } from '@db/query';
import { fail, ok } from '@shared/lib/result';
import type { Core } from '../core';
import type { AreaHandlers } from './handler';

const textStatus = z.enum(['queued', 'indexed', 'no-text-layer', 'failed']);

/** Attachments as files. @param core shared services */
export function filesHandlers(core: Core): AreaHandlers<'files'> {
  return {
    'files.attachmentInfo': (input) => {
      const row = first(
        core.db,
        query
          .selectFrom('attachment')
          .innerJoin('file', 'file.id', 'attachment.file_id')
          .selectAll('attachment')
          .select(['file.size', 'file.media_type'])
          .where('attachment.id', '=', input.attachmentId),
      );
      if (!row) return fail('files.attachment-not-found');
      return ok({
        attachmentId: row.id,
        itemId: row.item_id,
        title: row.title,
        mediaType: row.media_type,
        size: row.size,
        fileId: row.file_id,
        fingerprint: row.fingerprint,
        pageCount: row.page_count,
        lastPageIndex: row.last_page_index,
        textStatus: textStatus.parse(row.text_status),
      });
    },
  };
}
