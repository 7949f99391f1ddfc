import type Database from 'better-sqlite3';
import { all, first, query } from '../query';
import type { AnalysisTable, ConsentTable, DatasetRowTable, DatasetTable } from '../schema';

/** Reads of datasets, their rows, analyses and what decides about them. Writes go through the command log. */
export class DataRepository {
  readonly #db: Database.Database;

  constructor(db: Database.Database) {
    this.#db = db;
  }

  /** Whether a project is there and not in the trash. */
  hasProject(projectId: string): boolean {
    const select = query
      .selectFrom('project')
      .select('id')
      .where('id', '=', projectId)
      .where('trashed_at', 'is', null);
    return first(this.#db, select) !== undefined;
  }

  /** Whether a cycle belongs to a project. */
  hasCycle(projectId: string, cycleId: string): boolean {
    const select = query
      .selectFrom('cycle')
      .select('id')
      .where('id', '=', cycleId)
      .where('project_id', '=', projectId);
    return first(this.#db, select) !== undefined;
  }

  /** Whether a file row is there. @param id SHA-256 */
  hasFile(id: string): boolean {
    return first(this.#db, query.selectFrom('file').select('id').where('id', '=', id)) !== undefined;
  }

  /** Datasets of a project that are not in the trash, oldest first. */
  datasets(projectId: string): DatasetTable[] {
    const select = query
      .selectFrom('dataset')
      .selectAll()
      .where('project_id', '=', projectId)
      .where('trashed_at', 'is', null)
      .orderBy('created_at')
      .orderBy('id');
    return all(this.#db, select);
  }

  /** One dataset, also from the trash. */
  dataset(id: string): DatasetTable | undefined {
    return first(this.#db, query.selectFrom('dataset').selectAll().where('id', '=', id));
  }

  /** All rows of a dataset in the order of their pseudonyms. */
  rows(datasetId: string): DatasetRowTable[] {
    const select = query
      .selectFrom('dataset_row')
      .selectAll()
      .where('dataset_id', '=', datasetId)
      .orderBy('pseudonym');
    return all(this.#db, select);
  }

  /** How many rows of a dataset are analysed and how many are not. */
  rowCounts(datasetId: string): { readonly included: number; readonly excluded: number } {
    const rows = this.rows(datasetId);
    const included = rows.filter((row) => row.excluded_reason === null).length;
    return { included, excluded: rows.length - included };
  }

  /** Every pseudonym a project uses, in its consent register or its rows (of trashed datasets too: undo may bring them back). */
  pseudonyms(projectId: string): Set<string> {
    const inRows = query
      .selectFrom('dataset_row')
      .innerJoin('dataset', 'dataset.id', 'dataset_row.dataset_id')
      .select('dataset_row.pseudonym')
      .distinct()
      .where('dataset.project_id', '=', projectId);
    return new Set([...this.consents(projectId), ...all(this.#db, inRows)].map((row) => row.pseudonym));
  }

  /** The consent register of a project. */
  consents(projectId: string): ConsentTable[] {
    return all(this.#db, query.selectFrom('consent').selectAll().where('project_id', '=', projectId));
  }

  /** The project a consent row belongs to. */
  projectOfConsent(id: string): string | undefined {
    return first(this.#db, query.selectFrom('consent').select('project_id').where('id', '=', id))?.project_id;
  }

  /** Analyses of a project that are not in the trash, oldest first. */
  analyses(projectId: string): AnalysisTable[] {
    const select = query
      .selectFrom('analysis')
      .selectAll()
      .where('project_id', '=', projectId)
      .where('trashed_at', 'is', null)
      .orderBy('computed_at')
      .orderBy('id');
    return all(this.#db, select);
  }

  /** Analyses of one dataset that are not in the trash. */
  analysesOf(datasetId: string): AnalysisTable[] {
    const select = query
      .selectFrom('analysis')
      .selectAll()
      .where('dataset_id', '=', datasetId)
      .where('trashed_at', 'is', null);
    return all(this.#db, select);
  }

  /** One analysis, also from the trash. */
  analysis(id: string): AnalysisTable | undefined {
    return first(this.#db, query.selectFrom('analysis').selectAll().where('id', '=', id));
  }

  /** How many links point at some analyses: claims that would be left without their evidence. */
  linksTo(analysisIds: readonly string[]): number {
    if (analysisIds.length === 0) return 0;
    const select = query
      .selectFrom('link')
      .select((expression) => expression.fn.countAll<number>().as('n'))
      .where((where) =>
        where.or([
          where.and([where('to_kind', '=', 'analysis'), where('to_id', 'in', [...analysisIds])]),
          where.and([where('from_kind', '=', 'analysis'), where('from_id', 'in', [...analysisIds])]),
        ]),
      );
    return first(this.#db, select)?.n ?? 0;
  }

  /** Ids of projects that have analyses, for the check at start. */
  projectsWithData(): string[] {
    const select = query
      .selectFrom('dataset')
      .select('project_id')
      .distinct()
      .where('trashed_at', 'is', null);
    return all(this.#db, select).map((row) => row.project_id);
  }

  /** Perspectives and cycles that journal entries of a project speak from. */
  journalViews(
    projectId: string,
  ): { readonly perspective: string | null; readonly cycle_id: string | null }[] {
    const select = query
      .selectFrom('journal_entry')
      .select(['perspective', 'cycle_id'])
      .distinct()
      .where('project_id', '=', projectId)
      .where('trashed_at', 'is', null);
    return all(this.#db, select);
  }
}
