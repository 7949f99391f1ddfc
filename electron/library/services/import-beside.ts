import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { DatedDraft } from '@shared/domain/annotation';
import { readWebAnnotations } from '@shared/formats/web-annotation/web-annotation';

/** Far more than a person marks in a lifetime of reading. */
const MAX_BYTES = 64 * 1024 * 1024;

const tagLooks = z.array(
  z.object({
    name: z.string(),
    color: z
      .string()
      .regex(/^#[0-9a-f]{6}$/)
      .nullable()
      .catch(null),
    shortcut: z.number().int().min(1).max(9).nullable().catch(null),
  }),
);

/** How a tag looks and which key sets it. */
export interface TagLook {
  readonly color: string | null;
  readonly shortcut: number | null;
}

/** What an open folder holds beside its records. */
export interface BesideRecords {
  /** Annotations by the SHA-256 of their file. */
  readonly annotations: ReadonlyMap<string, readonly DatedDraft[]>;
  readonly tags: ReadonlyMap<string, TagLook>;
}

/**
 * Reads `annotations.jsonld` and `tags.json` of an open folder. What is not there, or not ours, gives nothing: the records
 * come in all the same.
 * @param path absolute path of the folder's `library.rdf`
 */
export async function readBeside(path: string): Promise<BesideRecords> {
  const annotations = readWebAnnotations(await jsonOf(join(dirname(path), 'annotations.jsonld')));
  const tags = tagLooks.safeParse(await jsonOf(join(dirname(path), 'tags.json')));
  return {
    annotations,
    tags: new Map((tags.success ? tags.data : []).map(({ name, ...look }) => [name, look])),
  };
}

async function jsonOf(path: string): Promise<unknown> {
  try {
    if ((await stat(path)).size > MAX_BYTES) return null;
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
}
