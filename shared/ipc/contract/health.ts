import { z } from 'zod';
import type { Area } from '../endpoint';
import type { healthChannels } from '../channels/health';

const count = z.number().int().min(0);
const itemIds = z.array(z.uuid()).min(1).max(50_000);
const path = z.string().min(1).max(4_096);

export const missingFile = z.object({
  attachmentId: z.string(),
  itemId: z.string(),
  title: z.string(),
  linkedPath: z.string().nullable(),
  reason: z.enum(['missing', 'changed-size']),
});
export type MissingFile = z.infer<typeof missingFile>;

/** State of the library: sizes, index, integrity, rebuilding. */
export const healthContract = {
  'health.status': {
    input: z.object({}),
    output: z.object({
      folder: z.string(),
      /** Service that copies the folder about; null when none is seen. */
      syncService: z
        .enum([
          'onedrive',
          'dropbox',
          'google-drive',
          'icloud',
          'nextcloud',
          'syncthing',
          'box',
          'network-share',
        ])
        .nullable(),
      /** Second databases that a sync service left beside ours. */
      conflictCopies: z.array(z.string()),
      /** One file at rest (`delete`), or a file with a log beside it (`wal`). */
      journal: z.enum(['wal', 'delete', 'other']),
      /** Bytes. */
      sizes: z.object({ database: count, fulltext: count, files: count, backups: count }),
      counts: z.object({
        items: count,
        attachments: count,
        linkedFiles: count,
        notes: count,
        annotations: count,
      }),
      lastBackupAt: z.string().nullable(),
      sidecars: z.object({
        /** `detached`: they know more than this database; `none`: not written yet. */
        state: z.enum(['following', 'detached', 'none']),
        records: count,
        writtenAt: z.string().nullable(),
      }),
    }),
  },
  'health.check': {
    input: z.object({}),
    output: z.object({ problems: z.array(z.string()), missing: z.array(missingFile) }),
  },
  /** Gives an attachment its document back; another document than before only when the person says so. */
  'health.repairFile': {
    input: z.object({ attachmentId: z.uuid(), path, acceptOther: z.boolean().default(false) }),
    output: z.object({ isSame: z.boolean() }),
  },
  /** Looks through a folder for the documents that are missing, by their content. */
  'health.findFiles': {
    input: z.object({ path }),
    output: z.object({ found: count, stillMissing: count }),
  },
  'health.rebuild': { input: z.object({}), output: z.object({ jobId: z.string() }) },
  'health.setAside': { input: z.object({}), output: z.object({ setAside: count }) },
  /** The documents of one record, and whether they are where they should be. */
  'health.itemFiles': {
    input: z.object({ itemId: z.uuid() }),
    output: z.array(
      z.object({
        attachmentId: z.string(),
        title: z.string(),
        /** Name by the pattern; null when it has it, or the record gives none. */
        suggestedName: z.string().nullable(),
        size: count,
        /** The reader of the app shows it; everything else is opened by a program of the system. */
        isPdf: z.boolean(),
        /** The one that "Read" opens. */
        isMain: z.boolean(),
        /** Its name as a file of any system. */
        fileName: z.string(),
        pageCount: count.nullable(),
        textStatus: z.enum(['queued', 'indexed', 'no-text-layer', 'failed']),
        linkedPath: z.string().nullable(),
        isThere: z.boolean(),
      }),
    ),
  },
  'health.addFile': {
    input: z.object({
      itemId: z.uuid(),
      path,
      /** Files added with the same id are one step of the history. */
      groupId: z.uuid().optional(),
    }),
    output: z.object({
      attachmentId: z.string(),
      /** The record had this very file: nothing was added. */
      wasThere: z.boolean(),
      /** Title of another record that has this very file. */
      alsoOn: z.string().nullable(),
    }),
  },
  'health.renameFile': {
    input: z.object({ attachmentId: z.uuid(), title: z.string().trim().min(1).max(200) }),
    output: z.object({ title: z.string() }),
  },
  /** What naming the documents of these records by the pattern would change, the first hundred in full. */
  'health.previewNames': {
    input: z.object({ itemIds }),
    output: z.object({
      changed: count,
      samples: z.array(
        z.object({
          attachmentId: z.string(),
          itemTitle: z.string(),
          before: z.string(),
          after: z.string(),
        }),
      ),
    }),
  },
  'health.nameFiles': { input: z.object({ itemIds }), output: z.object({ changed: count }) },
  /** Stored documents that nothing refers to any more, undo included; bytes together. */
  'health.unusedFiles': { input: z.object({}), output: z.object({ files: count, bytes: count }) },
  /** Deletes them; nothing brings them back. */
  'health.freeUnused': { input: z.object({}), output: z.object({ files: count, bytes: count }) },
  /** Takes the document off the record; undo brings it back. */
  'health.removeFile': {
    input: z.object({ attachmentId: z.uuid() }),
    output: z.object({ removed: z.literal(true) }),
  },
  /** Makes a PDF the one that "Read" opens. */
  'health.setMainFile': {
    input: z.object({ attachmentId: z.uuid() }),
    output: z.object({ attachmentId: z.string() }),
  },
  /** Saves a copy of the document where the person chose. */
  'health.saveFile': {
    input: z.object({ attachmentId: z.uuid(), path }),
    output: z.object({ path: z.string() }),
  },
} satisfies Area<typeof healthChannels>;
