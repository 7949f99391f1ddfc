import kmt from '@resources/models/kmt.json';
import datateam from '@resources/models/datateam.json';
import pdsa from '@resources/models/pdsa.json';
import spiral from '@resources/models/spiral.json';
import mini from '@resources/models/mini.json';
import fields from '@resources/models/fields.json';
import words from '@resources/models/wording.json';
import {
  applyChange,
  cycleModelSchema,
  fieldCatalogueSchema,
  startProject,
  wordingSchema,
} from '@shared/domain/inquiry';
import type {
  CheckContext,
  CycleModel,
  EngineChange,
  EngineServices,
  EngineState,
} from '@shared/domain/inquiry';
import type { Result } from '@shared/lib/result';

/** The raw content files, for tests of the validation itself. */
export const rawModels = { kmt, datateam, pdsa, spiral, mini };

/** The validated models by id. */
export const models = {
  kmt: cycleModelSchema.parse(kmt),
  datateam: cycleModelSchema.parse(datateam),
  pdsa: cycleModelSchema.parse(pdsa),
  spiral: cycleModelSchema.parse(spiral),
  mini: cycleModelSchema.parse(mini),
};

/** The validated field catalogue. */
export const catalogue = fieldCatalogueSchema.parse(fields);

/** The validated word lists. */
export const wording = wordingSchema.parse(words);

/** Ids `id-1`, `id-2`… and a clock that stands still. */
export function engineServices(now = '2026-02-02T08:00:00.000Z'): EngineServices {
  let count = 0;
  return { nextId: () => `id-${String((count += 1))}`, now, by: 'teacher' };
}

/** A project that has just been started. */
export function startedProject(model: CycleModel, services: EngineServices): EngineState {
  const empty: EngineState = { projectId: 'p1', status: 'active', cycles: [], runs: [] };
  return applyChange(empty, startProject('p1', model, services));
}

/** Applies a step that the test expects to succeed. */
export function step(state: EngineState, change: Result<EngineChange>): EngineState {
  if (!change.ok) throw new Error(`the engine refused: ${change.error.code}`);
  return applyChange(state, change.value);
}

/** A check context with nothing in it. */
export function checkContext(overrides: Partial<CheckContext> = {}): CheckContext {
  return {
    catalogue,
    wording,
    values: {},
    links: {},
    consent: [],
    journalKinds: [],
    datasetCount: 0,
    firstDataAt: null,
    otherActiveProjects: 0,
    ...overrides,
  };
}
