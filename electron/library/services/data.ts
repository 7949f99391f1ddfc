import type { DataRepository } from '@db/repositories/data';
import { EXCLUSIONS, importOrigin, measure, type Measure } from '@shared/domain/dataset/dataset-record';
import type { CallOutput } from '@shared/ipc/contract';
import { fail, ok, type Result } from '@shared/lib/result';
import type { KeyVault } from '../adapters/key-vault';
import type { Core } from '../core';
import type { DataAnalysisService } from './data-analysis';
import { rowValues, toDatasetSummary, type DatasetSummary } from './data-records';

/** Datasets of a project: lists, details, withdrawal, measure, removal, and the key file. */
export class DataService {
  readonly #core: Core;
  readonly #data: DataRepository;
  readonly #vault: KeyVault;
  readonly #analysis: DataAnalysisService;

  constructor(core: Core, data: DataRepository, vault: KeyVault, analysis: DataAnalysisService) {
    this.#core = core;
    this.#data = data;
    this.#vault = vault;
    this.#analysis = analysis;
  }

  /** Datasets of a project, oldest first. @returns `data.project-not-found` */
  datasets(projectId: string): Result<DatasetSummary[]> {
    if (!this.#data.hasProject(projectId)) return fail('data.project-not-found');
    const summaries = this.#data
      .datasets(projectId)
      .map((dataset) => toDatasetSummary(dataset, this.#data.rowCounts(dataset.id)));
    return ok(summaries);
  }

  /** One dataset with its rows (class P2: for this computer's screen only). @returns `data.dataset-not-found` */
  async dataset(datasetId: string): Promise<Result<CallOutput<'data.dataset'>>> {
    const dataset = this.#data.dataset(datasetId);
    if (!dataset || dataset.trashed_at !== null) return fail('data.dataset-not-found');
    const { recipe, issues } = importOrigin.parse(JSON.parse(dataset.recipe));
    return ok({
      ...toDatasetSummary(dataset, this.#data.rowCounts(datasetId)),
      recipe,
      issues,
      keyState: (await this.#vault.has(dataset.project_id)) ? 'kept' : 'none',
      rows: this.#data.rows(datasetId).map((row) => ({
        id: row.id,
        pseudonym: row.pseudonym,
        ...rowValues.parse(JSON.parse(row.row_values)),
        excluded: EXCLUSIONS.find((reason) => reason === row.excluded_reason) ?? null,
      })),
    });
  }

  /**
   * Puts a dataset and its analyses into the trash (undo brings them back).
   * @returns how many links to its analyses lose their evidence, or `data.dataset-not-found`
   */
  remove(datasetId: string): Result<{ claimsLeftWithout: number }> {
    const dataset = this.#data.dataset(datasetId);
    if (!dataset || dataset.trashed_at !== null) return fail('data.dataset-not-found');
    const analyses = this.#data.analysesOf(datasetId).map((analysis) => analysis.id);
    const trashed_at = this.#core.clock.now();
    this.#core.commands.run(
      'data.remove',
      (change) => {
        change.update('dataset', datasetId, { trashed_at });
        for (const id of analyses) change.update('analysis', id, { trashed_at });
      },
      { params: { name: dataset.name } },
    );
    return ok({ claimsLeftWithout: this.#data.linksTo(analyses) });
  }

  /**
   * Changes what is known about the measure; a changed direction recomputes the results.
   * @param patch the fields to change
   * @returns whether anything changed, or `data.dataset-not-found`
   */
  setMeasure(
    datasetId: string,
    patch: { readonly [Key in keyof Measure]?: Measure[Key] | undefined },
  ): Result<{ changed: boolean }> {
    const dataset = this.#data.dataset(datasetId);
    if (!dataset || dataset.trashed_at !== null) return fail('data.dataset-not-found');
    const before = measure.parse(JSON.parse(dataset.measure));
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
    const after = measure.parse({ ...before, ...given });
    if (JSON.stringify(after) === JSON.stringify(before)) return ok({ changed: false });
    this.#core.commands.run(
      'data.set-measure',
      (change) => {
        change.update('dataset', datasetId, { measure: JSON.stringify(after), name: after.name });
        if (after.better !== before.better) this.#analysis.recompute(change, datasetId, 'measure');
      },
      { params: { name: after.name }, coalesceKey: `data.set-measure:${datasetId}` },
    );
    return ok({ changed: true });
  }

  /** Ends the "result changed" banner of an analysis. @returns `data.analysis-not-found` */
  acknowledge(analysisId: string): Result<{ acknowledged: true }> {
    if (!this.#data.analysis(analysisId)) return fail('data.analysis-not-found');
    this.#core.commands.run('data.acknowledge-change', (change) => {
      change.update('analysis', analysisId, { changed_because: null });
    });
    return ok({ acknowledged: true });
  }

  /**
   * Withdraws a pupil from the project: consent register, all rows, all results, in one step.
   * @returns rows and analyses touched; `data.pseudonym-not-found` when nobody has that pseudonym
   */
  withdraw(projectId: string, pseudonym: string): Result<{ rows: number; analysesChanged: number }> {
    if (!this.#data.hasProject(projectId)) return fail('data.project-not-found');
    if (!this.#data.pseudonyms(projectId).has(pseudonym))
      return fail('data.pseudonym-not-found', { pseudonym });
    const at = this.#core.clock.now();
    const outcome = this.#core.commands.run(
      'data.withdraw',
      (change) => {
        const consent = this.#data.consents(projectId).find((row) => row.pseudonym === pseudonym);
        if (consent?.withdrawn_at === null)
          change.update('consent', consent.id, { withdrawn_at: at, updated_at: at });
        let rows = 0;
        let analysesChanged = 0;
        for (const dataset of this.#data.datasets(projectId)) {
          const mine = this.#data
            .rows(dataset.id)
            .filter((row) => row.pseudonym === pseudonym && row.excluded_reason !== 'withdrawn');
          for (const row of mine) change.update('dataset_row', row.id, { excluded_reason: 'withdrawn' });
          if (mine.length > 0) analysesChanged += this.#analysis.recompute(change, dataset.id, 'withdrawal');
          rows += mine.length;
        }
        return { rows, analysesChanged };
      },
      { params: { pseudonym } },
    );
    return ok(outcome);
  }

  /** Who is who, for showing only. @returns the failures of the key vault */
  async openKey(projectId: string, passphrase: string): Promise<Result<CallOutput<'data.openKey'>>> {
    const table = await this.#vault.open(projectId, passphrase);
    if (!table.ok) return table;
    const entries = [...table.value.identifiers].map(([identifier, pseudonym]) => ({
      identifier,
      pseudonym,
    }));
    return ok(entries.sort((a, b) => a.pseudonym.localeCompare(b.pseudonym)));
  }

  /** Deletes the key file for good; sealed raw files can then no longer be read. */
  async destroyKey(projectId: string): Promise<Result<{ destroyed: boolean }>> {
    const there = await this.#vault.has(projectId);
    if (there) await this.#vault.destroy(projectId);
    return ok({ destroyed: there });
  }
}
