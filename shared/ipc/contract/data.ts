import { z } from 'zod';
import { prePostAnalysis } from '../../domain/dataset/analysis';
import {
  CHANGE_REASONS,
  DATA_PERSPECTIVES,
  EXCLUSIONS,
  measure,
  rawFile,
} from '../../domain/dataset/dataset-record';
import { datasetIssue, importRecipe } from '../../domain/dataset/recipe';
import type { dataChannels } from '../channels/data';
import type { Area } from '../endpoint';

const MAX_PASTED = 2_000_000;
const projectId = z.uuid();

/** A table file the user picked, or cells pasted from a spreadsheet. */
const tableSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), path: z.string().min(1).max(4096) }),
  z.object({ kind: z.literal('text'), text: z.string().min(1).max(MAX_PASTED) }),
]);

const keyChoice = z.discriminatedUnion('mode', [
  /** Keep who is who in an encrypted file. */
  z.object({ mode: z.literal('keep'), passphrase: z.string().max(500) }),
  /** Keep no key: nobody can go back from pseudonym to pupil. */
  z.object({ mode: z.literal('none') }),
]);

const count = z.number().int().min(0);
const keyState = z.enum(['none', 'kept']);

const sharedCell = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shown'), count: z.number() }),
  z.object({ kind: z.literal('few') }),
  z.object({ kind: z.literal('hidden') }),
]);
const centre = z.object({
  mean: z.number().nullable(),
  sd: z.number().nullable(),
  median: z.number().nullable(),
});
const interval = z.object({ low: z.number(), high: z.number() });

/** A before-and-after result after suppression: all that may leave the computer. */
export const sharedAnalysis = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('withheld'), groupBelow: z.number() }),
  z.object({
    kind: z.literal('aggregate'),
    n: count,
    better: z.enum(['higher', 'lower']),
    before: centre,
    after: centre,
    difference: z.number().nullable(),
    interval: interval.nullable(),
    effect: prePostAnalysis.shape.change.unwrap().shape.effect,
    medianChange: z.number().nullable(),
    counts: z.object({ gained: sharedCell, lost: sharedCell, same: sharedCell }),
    pairsLost: sharedCell,
    rankTestP: z.number().nullable(),
  }),
]);

/** A dataset as lists show it. */
export const datasetSummary = z.object({
  id: z.string(),
  projectId: z.string(),
  cycleId: z.string().nullable(),
  name: z.string(),
  measure,
  perspective: z.enum(DATA_PERSPECTIVES),
  createdAt: z.string(),
  version: z.number().int(),
  included: count,
  excluded: count,
  raw: rawFile,
});

/** A stored analysis with what its words and charts need. */
export const analysisView = z.object({
  id: z.string(),
  datasetId: z.string(),
  cycleId: z.string().nullable(),
  name: z.string(),
  measure,
  perspective: z.enum(DATA_PERSPECTIVES),
  result: prePostAnalysis,
  previous: prePostAnalysis.nullable(),
  /** Set while the user has not yet seen that the result changed. */
  changedBecause: z.enum(CHANGE_REASONS).nullable(),
  /** Dataset version and SHA-256 of the rows the result rests on. */
  datasetVersion: z.number().int(),
  inputs: z.string(),
  computedAt: z.string(),
});

/** Contract of area data. */
export const dataContract = {
  /** Reads a table without keeping anything. Cells travel to the page only for the user to check them. */
  'data.previewTable': {
    input: z.object({ projectId, source: tableSource, choices: importRecipe.partial().default({}) }),
    output: z.object({
      name: z.string(),
      sha256: z.string(),
      rowCount: count,
      columns: z.array(z.object({ index: count, label: z.string() })),
      sample: z.array(z.array(z.string())),
      encoding: importRecipe.shape.encoding,
      delimiter: importRecipe.shape.delimiter,
      guess: z.object({
        headerRow: count.nullable(),
        id: count.nullable(),
        before: count.nullable(),
        after: count.nullable(),
      }),
      recipe: importRecipe.nullable(),
      check: z
        .object({
          people: count,
          complete: count,
          knownPseudonyms: count,
          issues: z.array(datasetIssue),
        })
        .nullable(),
      keyState,
    }),
  },
  'data.importTable': {
    input: z.object({
      projectId,
      cycleId: z.uuid().nullable(),
      source: tableSource,
      /** SHA-256 of what was previewed: the file must not have changed meanwhile. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/u),
      recipe: importRecipe,
      measure,
      perspective: z.enum(DATA_PERSPECTIVES),
      key: keyChoice,
    }),
    output: z.object({ datasetId: z.string(), analysisId: z.string(), people: count, complete: count }),
  },
  'data.datasets': { input: z.object({ projectId }), output: z.array(datasetSummary) },
  'data.dataset': {
    input: z.object({ datasetId: z.uuid() }),
    output: datasetSummary.extend({
      recipe: importRecipe,
      issues: z.array(datasetIssue),
      keyState,
      rows: z.array(
        z.object({
          id: z.string(),
          pseudonym: z.string(),
          before: z.number().nullable(),
          after: z.number().nullable(),
          excluded: z.enum(EXCLUSIONS).nullable(),
        }),
      ),
    }),
  },
  'data.removeDataset': {
    input: z.object({ datasetId: z.uuid() }),
    output: z.object({ claimsLeftWithout: count }),
  },
  'data.setMeasure': {
    input: z.object({ datasetId: z.uuid(), measure: measure.partial() }),
    output: z.object({ changed: z.boolean() }),
  },
  'data.analyses': { input: z.object({ projectId }), output: z.array(analysisView) },
  'data.acknowledgeChange': {
    input: z.object({ analysisId: z.uuid() }),
    output: z.object({ acknowledged: z.literal(true) }),
  },
  'data.withdraw': {
    input: z.object({ projectId, pseudonym: z.string().regex(/^S-[A-Z0-9]{4}$/u) }),
    output: z.object({ rows: count, analysesChanged: count }),
  },
  'data.sharedAnalyses': {
    input: z.object({ projectId }),
    output: z.array(
      z.object({
        analysisId: z.string(),
        name: z.string(),
        measure: measure.pick({ name: true, unit: true, type: true, better: true }),
        perspective: z.enum(DATA_PERSPECTIVES),
        result: sharedAnalysis,
      }),
    ),
  },
  'data.claim': {
    input: z.object({ projectId }),
    output: z.object({
      level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
      reasons: z.array(z.string()),
      next: z.string().nullable(),
      perspectives: z.array(z.string()),
    }),
  },
  /** Who is who, for showing only; nothing of it is stored outside the key file. */
  'data.openKey': {
    input: z.object({ projectId, passphrase: z.string().max(500) }),
    output: z.array(z.object({ identifier: z.string(), pseudonym: z.string() })),
  },
  'data.destroyKey': { input: z.object({ projectId }), output: z.object({ destroyed: z.boolean() }) },
} satisfies Area<typeof dataChannels>;
