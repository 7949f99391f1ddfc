import type { ChangeSet } from '@db/change-set';
import type { CommittedEntry } from '@db/command-log';
import type { DataRepository } from '@db/repositories/data';
import type { AnalysisTable, ConsentTable, DatasetRowTable, DatasetTable } from '@db/schema';
import { claimLevel } from '@shared/domain/claims';
import {
  analysePrePost,
  inputsFingerprint,
  prePostAnalysis,
  type ScoreRow,
} from '@shared/domain/dataset/analysis';
import {
  measure,
  type ChangeReason,
  type Exclusion,
  type Measure,
} from '@shared/domain/dataset/dataset-record';
import { releaseAggregate } from '@shared/domain/dataset/shared-analysis';
import type { CallOutput } from '@shared/ipc/contract';
import { fail, ok, type Result } from '@shared/lib/result';
import { sha256 } from '../adapters/table-store';
import type { Core } from '../core';
import { rowValues, toAnalysisView, type AnalysisOptionsStored, type AnalysisView } from './data-records';

type Shared = CallOutput<'data.sharedAnalyses'>;

/** Computes analyses, keeps them in step with rows and consent, and releases them as aggregates. */
export class DataAnalysisService {
  readonly #core: Core;
  readonly #data: DataRepository;

  constructor(core: Core, data: DataRepository) {
    this.#core = core;
    this.#data = data;
  }

  /**
   * Keeps stored results true to the consent register, whoever writes to it: a change of consent is followed, in the same
   * undo step, by the recomputed results. Also catches up once at start, in case the process ended in between.
   */
  follow(): void {
    for (const projectId of this.#data.projectsWithData()) this.#catchUp(projectId, undefined);
    this.#core.commands.onCommitted((entry) => {
      if (entry.kind !== 'do') return;
      const projects = this.#projectsOfConsent(entry);
      if (projects.size === 0) return;
      // After this commit has reached every listener, so that all see entries in order.
      queueMicrotask(() => {
        for (const projectId of projects) this.#catchUp(projectId, entry.groupId);
      });
    });
  }

  #catchUp(projectId: string, groupId: string | undefined): void {
    try {
      this.#core.commands.run(
        'data.recompute',
        (change) => this.syncExclusions(change, projectId),
        groupId === undefined ? {} : { groupId },
      );
    } catch (error) {
      this.#core.log.error('data.recompute-failed', { cause: String(error) });
    }
  }

  #projectsOfConsent(entry: CommittedEntry): Set<string> {
    const projects = new Set<string>();
    for (const change of entry.changes) {
      if (change.table !== 'consent') continue;
      const image = change.after?.['project_id'] ?? change.before?.['project_id'];
      const projectId = typeof image === 'string' ? image : this.#data.projectOfConsent(change.id);
      if (projectId !== undefined) projects.add(projectId);
    }
    return projects;
  }

  /**
   * Brings `excluded_reason` of every row in line with the consent register and recomputes what that changes.
   * Pupils without an entry in the register keep what was decided about them.
   * @param change the command it is part of
   * @param projectId whose rows
   * @returns number of analyses that changed
   */
  syncExclusions(change: ChangeSet, projectId: string): number {
    const decided = new Map(
      this.#data.consents(projectId).map((row) => [row.pseudonym, exclusionOf(row)] as const),
    );
    let analysesChanged = 0;
    for (const dataset of this.#data.datasets(projectId)) {
      const changed = this.#data.rows(dataset.id).filter((row) => {
        const wanted = decided.get(row.pseudonym);
        return wanted !== undefined && wanted !== row.excluded_reason;
      });
      const reasons = new Set<ChangeReason>();
      for (const row of changed) {
        const wanted = decided.get(row.pseudonym) ?? null;
        reasons.add(wanted === 'withdrawn' ? 'withdrawal' : 'consent');
        change.update('dataset_row', row.id, { excluded_reason: wanted });
      }
      if (changed.length === 0) continue;
      analysesChanged += this.recompute(
        change,
        dataset.id,
        reasons.has('withdrawal') ? 'withdrawal' : 'consent',
      );
    }
    return analysesChanged;
  }

  /**
   * Recomputes the analyses of a dataset after its rows or measure changed; results that differ are marked as changed and
   * keep the result before.
   * @param change the command it is part of
   * @param datasetId the dataset
   * @param because what the banner says
   * @returns number of analyses that changed
   */
  recompute(change: ChangeSet, datasetId: string, because: ChangeReason): number {
    const dataset = this.#data.dataset(datasetId);
    if (!dataset) return 0;
    const version = dataset.version + 1;
    change.update('dataset', datasetId, { version });
    let changed = 0;
    for (const analysis of this.#data.analysesOf(datasetId)) {
      const next = this.compute(this.#data.rows(datasetId), measure.parse(JSON.parse(dataset.measure)));
      const differs = next.result !== analysis.result;
      if (differs) changed += 1;
      change.update('analysis', analysis.id, {
        ...next,
        dataset_version: version,
        computed_at: this.#core.clock.now(),
        ...(differs ? { previous_result: analysis.result, changed_because: because } : {}),
      });
    }
    return changed;
  }

  /**
   * The stored form of an analysis of some rows.
   * @param rows rows of the dataset; excluded ones are left out
   * @param what the measure
   */
  compute(
    rows: readonly Pick<DatasetRowTable, 'pseudonym' | 'row_values' | 'excluded_reason'>[],
    what: Measure,
  ): Pick<AnalysisTable, 'options' | 'result'> {
    const used: ScoreRow[] = rows
      .filter((row) => row.excluded_reason === null)
      .map((row) => ({ pseudonym: row.pseudonym, ...rowValues.parse(JSON.parse(row.row_values)) }));
    const options = { better: what.better };
    const inputs = sha256(inputsFingerprint(used, options));
    return {
      options: JSON.stringify({ ...options, inputs } satisfies AnalysisOptionsStored),
      result: JSON.stringify(analysePrePost(used, options)),
    };
  }

  /** Analyses of a project: what can be linked as evidence (`link` to_kind `analysis`). */
  analysesForProject(projectId: string): Result<AnalysisView[]> {
    if (!this.#data.hasProject(projectId)) return fail('data.project-not-found');
    return ok(this.#pairs(projectId).map(([analysis, dataset]) => toAnalysisView(analysis, dataset)));
  }

  /** The same results after suppression (class P1): the only form in which they may leave the computer. */
  sharedForProject(projectId: string): Result<Shared> {
    const views = this.analysesForProject(projectId);
    if (!views.ok) return views;
    return ok(
      views.value.map(({ id, name, measure: what, perspective, result }) => ({
        analysisId: id,
        name,
        measure: { name: what.name, unit: what.unit, type: what.type, better: what.better },
        perspective,
        result: releaseAggregate(result),
      })),
    );
  }

  /** The claim level of a project from its raw facts (domain 5.6). */
  claim(projectId: string): Result<CallOutput<'data.claim'>> {
    if (!this.#data.hasProject(projectId)) return fail('data.project-not-found');
    const measured = this.#pairs(projectId).filter(
      ([analysis]) => prePostAnalysis.parse(JSON.parse(analysis.result)).n > 0,
    );
    const journal = this.#data.journalViews(projectId);
    const roles = [
      ...measured.map(([, dataset]) => dataset.perspective),
      ...journal.map((entry) => entry.perspective),
    ];
    const perspectives = [...new Set(roles.filter((role) => role !== null && role !== ''))].sort();
    const cycles = new Set(measured.map(([, dataset]) => dataset.cycle_id).filter((id) => id !== null));
    const judgement = claimLevel({
      // Comparison groups come with later work; until then every dataset is one group.
      design: 'single-group',
      measuredChanges: measured.length,
      perspectives,
      cycles: cycles.size,
      baselineSimilarityShown: false,
      demonstrations: 0,
    });
    return ok({ ...judgement, reasons: [...judgement.reasons], perspectives });
  }

  #pairs(projectId: string): (readonly [AnalysisTable, DatasetTable])[] {
    return this.#data.analyses(projectId).flatMap((analysis) => {
      const dataset = this.#data.dataset(analysis.dataset_id);
      return dataset && dataset.trashed_at === null ? [[analysis, dataset] as const] : [];
    });
  }
}

/** A withdrawal or refusal always wins; anything else leaves the row in. */
function exclusionOf(consent: ConsentTable): Exclusion | null {
  if (consent.withdrawn_at !== null) return 'withdrawn';
  return consent.guardian_consent === 'no' || consent.child_assent === 'no' ? 'no-consent' : null;
}
