import { z } from 'zod';
import { findAttachmentPlace } from '@db/repositories/file-place';
import { fail, ok, type Result } from '@shared/lib/result';
import type { Core } from '../core';

const question = z.object({ attachmentId: z.uuid() });

/**
 * Tells main where the bytes of an attachment are.
 * @param input `{ attachmentId }`
 * @returns SHA-256, media type and, for a linked paper, its own path; or `files.attachment-not-found`
 */
export function locatePaper(
  core: Pick<Core, 'db'>,
  input: unknown,
): Result<{ fileId: string; mediaType: string; linkedPath: string | null }> {
  const asked = question.safeParse(input);
  const place = asked.success ? findAttachmentPlace(core.db, asked.data.attachmentId) : undefined;
  if (place === undefined) return fail('files.attachment-not-found');
  return ok({ fileId: place.id, mediaType: place.mediaType, linkedPath: place.linkedPath });
}
