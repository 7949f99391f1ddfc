import { z } from 'zod';

/** A row of the database as JSON: column -> value. */
const row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const ownRow = row.refine((value) => typeof value['id'] === 'string', 'a row has an id');

/**
 * All that a record is, without the database: one line of `files/<ab>/records.jsonl`. Rows stand as they were, so that a newer
 * version can read an older line; tags and collections stand by name, because their rows are shared.
 */
export const sidecarRecord = z.object({
  version: z.literal(1),
  item: ownRow,
  files: z.array(ownRow).default([]),
  attachments: z.array(ownRow).default([]),
  notes: z.array(ownRow).default([]),
  annotations: z.array(ownRow).default([]),
  readingLog: z.array(ownRow).default([]),
  tags: z.array(z.object({ name: z.string(), color: z.string().nullable() })).default([]),
  /** Names from the topmost collection down. */
  collections: z.array(z.array(z.string())).default([]),
});
export type SidecarRecord = z.infer<typeof sidecarRecord>;

/** How far the sidecars follow the library, in `files/records.json`. */
export const sidecarState = z.object({
  /** Whose library wrote them: another one must not write over them. */
  deviceId: z.string(),
  /** Last entry of the command log that they hold. */
  sequence: z.number().int(),
  records: z.number().int(),
  writtenAt: z.string(),
});
export type SidecarState = z.infer<typeof sidecarState>;

/**
 * The folder below files/ whose sidecar holds a record: that of its first document, so that document and record lie together;
 * a record without one goes by the end of its id.
 * @param itemId UUID @param firstFileId SHA-256 of its first document, if any
 * @returns two hexadecimal digits
 */
export function sidecarFolder(itemId: string, firstFileId: string | null): string {
  return (firstFileId ?? itemId.slice(-2)).slice(0, 2).toLowerCase();
}

/** @param text one line @returns the record, or null when the line is not one (a torn or foreign line) */
export function parseSidecarLine(text: string): SidecarRecord | null {
  try {
    const parsed = sidecarRecord.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
