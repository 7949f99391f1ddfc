import { z } from 'zod';
import type { AnalysisTable, DatasetTable } from '@db/schema';
import { prePostAnalysis } from '@shared/domain/dataset/analysis';
import {
  CHANGE_REASONS,
  DATA_PERSPECTIVES,
  importOrigin,
  measure,
} from '@shared/domain/dataset/dataset-record';
import type { CallOutput } from '@shared/ipc/contract';

/** `dataset_row.row_values`: the two scores, null for missing. */
export const rowValues = z.object({ before: z.number().nullable(), after: z.number().nullable() });

/** `analysis.options`: what changed the result besides the rows, and the SHA-256 of what it rests on. */
export const analysisOptions = z.object({ better: z.enum(['higher', 'lower']), inputs: z.string() });

/** See analysisOptions. */
export type AnalysisOptionsStored = z.infer<typeof analysisOptions>;
/** A dataset as lists show it. */
export type DatasetSummary = CallOutput<'data.datasets'>[number];
/** An analysis as views show it. */
export type AnalysisView = CallOutput<'data.analyses'>[number];

const perspectiveOf = z.enum(DATA_PERSPECTIVES).catch('student');

/**
 * A dataset row of the database as lists show it.
 * @param dataset the row
 * @param counts how many of its pupils are analysed
 */
export function toDatasetSummary(
  dataset: DatasetTable,
  counts: { readonly included: number; readonly excluded: number },
): DatasetSummary {
  return {
    id: dataset.id,
    projectId: dataset.project_id,
    cycleId: dataset.cycle_id,
    name: dataset.name,
    measure: measure.parse(JSON.parse(dataset.measure)),
    perspective: perspectiveOf.parse(dataset.perspective),
    createdAt: dataset.created_at,
    version: dataset.version,
    ...counts,
    raw: importOrigin.parse(JSON.parse(dataset.recipe)).raw,
  };
}

/**
 * An analysis row of the database with what its words and charts need of its dataset.
 * @param analysis the row
 * @param dataset the dataset it rests on
 */
export function toAnalysisView(analysis: AnalysisTable, dataset: DatasetTable): AnalysisView {
  return {
    id: analysis.id,
    datasetId: dataset.id,
    cycleId: analysis.cycle_id,
    name: dataset.name,
    measure: measure.parse(JSON.parse(dataset.measure)),
    perspective: perspectiveOf.parse(dataset.perspective),
    result: prePostAnalysis.parse(JSON.parse(analysis.result)),
    previous:
      analysis.previous_result === null ? null : prePostAnalysis.parse(JSON.parse(analysis.previous_result)),
    changedBecause: z.enum(CHANGE_REASONS).nullable().catch(null).parse(analysis.changed_because),
    datasetVersion: analysis.dataset_version,
    inputs: analysisOptions.parse(JSON.parse(analysis.options)).inputs,
    computedAt: analysis.computed_at,
  };
}
