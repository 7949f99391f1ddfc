import { z } from 'zod';
import { AT_ONCE, importChoices, rememberedTables, tablePlans } from '@shared/domain/import';
import { isPasted } from './import-pasted';
import type { ImportSource } from './import-sources';

/** What an import job is asked to do, as stored with the job. */
export const importPayload = z.object({
  paths: z.array(z.string()),
  collectionId: z.uuid().nullable(),
  /** All chunks of the import are one undo step. */
  groupId: z.uuid(),
  /** The person's word for where the records come from. */
  foundVia: z.string().default(''),
  /** Folders become collections below the chosen one. */
  foldersAsCollections: z.boolean().default(false),
  /** Whether papers are copied into the library or stay where they are. */
  files: z.enum(['copy', 'link']).default('copy'),
  nameByPattern: z.boolean().default(false),
  choices: importChoices.default(AT_ONCE),
  /** Identifiers that were pasted, with the name the report gives them. */
  pasted: z.object({ text: z.string(), name: z.string() }).nullable().default(null),
  /** What the columns of tables hold, as the preview showed them or the caller said. */
  tables: tablePlans.default([]),
  /** What was known of other tables when the import began; it may be forgotten before an interrupted import goes on. */
  remembered: rememberedTables.default([]),
  /** Files as the preview saw them, by their place in the order; null when there was no preview. */
  seen: z
    .record(z.string(), z.object({ bytes: z.number(), modified: z.number() }))
    .nullable()
    .default(null),
});
export type ImportPayload = z.infer<typeof importPayload>;

/** What was decided in a preview must not be applied to other contents. @returns whether a file is still what the preview saw */
export function isAsSeen({ seen }: Pick<ImportPayload, 'seen'>, file: ImportSource): boolean {
  if (seen === null || isPasted(file)) return true;
  const before = seen[file.order];
  return before?.bytes === file.bytes && before.modified === file.modified;
}

/** Where an interrupted import goes on: within a file, or (record null) after it. */
export const importCheckpoint = z.object({
  order: z.string(),
  record: z.number().int().nullable(),
  batchId: z.uuid(),
});
export type ImportCheckpoint = z.infer<typeof importCheckpoint>;
