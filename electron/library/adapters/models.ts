import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cycleModelSchema, fieldCatalogueSchema, wordingSchema } from '@shared/domain/inquiry';
import type { CycleModel, FieldCatalogue, Wording } from '@shared/domain/inquiry';
import type { Logger } from '@shared/lib/ports';

/** The content the cycle engine runs on. */
export interface InquiryContent {
  /** In the order they are offered. */
  readonly models: readonly CycleModel[];
  readonly fields: FieldCatalogue;
  readonly wording: Wording;
}

/** Well-known models first; any other file follows by its id. */
const offered = ['kmt', 'mini', 'datateam', 'pdsa', 'spiral'];

function json(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function place(model: CycleModel): number {
  const index = offered.indexOf(model.id);
  return index < 0 ? offered.length : index;
}

/**
 * Reads `resources/models`: `fields.json`, `wording.json` and one file for each cycle model. A model file that does not fit the
 * schema, or asks for a field nobody described, is left out and logged; the two shared files must be right.
 * @param resources absolute folder of the packaged data
 * @param log where a refused file is reported
 * @throws when `fields.json` or `wording.json` is missing or wrong: the app is broken then
 */
export function readInquiryContent(resources: string, log: Logger): InquiryContent {
  const folder = join(resources, 'models');
  const fields = fieldCatalogueSchema.parse(json(join(folder, 'fields.json')));
  const wording = wordingSchema.parse(json(join(folder, 'wording.json')));
  const known = new Set(fields.fields.map((field) => field.key));
  const models: CycleModel[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.json') || name === 'fields.json' || name === 'wording.json') continue;
    const parsed = cycleModelSchema.safeParse(json(join(folder, name)));
    const asked =
      parsed.data?.stages.flatMap((stage) => [...stage.requiredFields, ...stage.recommendedFields]) ?? [];
    const unknown = asked.filter((key) => !known.has(key));
    if (parsed.success && unknown.length === 0) models.push(parsed.data);
    else log.error('models.refused', { file: name, fields: unknown, cause: parsed.error?.message });
  }
  models.sort((a, b) => place(a) - place(b) || a.id.localeCompare(b.id));
  return { models, fields, wording };
}
