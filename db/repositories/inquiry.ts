import type Database from 'better-sqlite3';
import { sql } from 'kysely';
import { all, first, query } from '../query';
import type {
  ConsentTable,
  CycleTable,
  JournalEntryTable,
  LinkTable,
  ProjectFieldTable,
  ProjectTable,
  StageRunTable,
} from '../schema';

/** A link with what it points at, joined for showing. */
export interface EvidenceRow {
  readonly link_id: string;
  readonly from_kind: string;
  readonly from_id: string;
  readonly payload: string;
  readonly item_id: string;
  readonly item_title: string;
  readonly item_authors: string;
  readonly item_year: number | null;
  readonly quote: string | null;
  readonly color: string | null;
  readonly page_label: string | null;
  readonly page_index: number | null;
  readonly attachment_id: string | null;
  readonly trashed_at: string | null;
}

/** An item or annotation that could be linked. */
export interface CandidateRow {
  readonly kind: 'item' | 'annotation';
  readonly id: string;
  readonly item_id: string;
  readonly item_title: string;
  readonly item_authors: string;
  readonly item_year: number | null;
  readonly quote: string | null;
  readonly color: string | null;
  readonly page_label: string | null;
}

/** What the data of a cycle say to the exit checks. */
export interface DataFacts {
  readonly datasets: number;
  readonly firstAt: string | null;
}

/** The kind that links of a cycle point to. */
export const LINK_TARGET = 'cycle';

/** Reads of area inquiry. */
export class InquiryRepository {
  readonly #db: Database.Database;

  constructor(db: Database.Database) {
    this.#db = db;
    // LIKE folds the case of ASCII only; titles are Ukrainian too.
    db.function('fold_case', { deterministic: true }, (text) => String(text).toLowerCase());
  }

  /** Projects that are not in the trash, latest change first. */
  projects(): readonly ProjectTable[] {
    return all(
      this.#db,
      query
        .selectFrom('project')
        .selectAll()
        .where('trashed_at', 'is', null)
        .orderBy('updated_at', 'desc')
        .orderBy('id'),
    );
  }

  /** @param id project, in the trash or not */
  project(id: string): ProjectTable | undefined {
    return first(this.#db, query.selectFrom('project').selectAll().where('id', '=', id));
  }

  /** Cycles in order. @param projectId the project */
  cycles(projectId: string): readonly CycleTable[] {
    return all(
      this.#db,
      query.selectFrom('cycle').selectAll().where('project_id', '=', projectId).orderBy('number'),
    );
  }

  /** Stage runs of all cycles in the order they were made (ids are UUIDv7). @param projectId the project */
  runs(projectId: string): readonly StageRunTable[] {
    return all(
      this.#db,
      query
        .selectFrom('stage_run')
        .innerJoin('cycle', 'cycle.id', 'stage_run.cycle_id')
        .selectAll('stage_run')
        .where('cycle.project_id', '=', projectId)
        .orderBy('stage_run.id'),
    );
  }

  /** All field rows of a cycle, oldest first, so that the last row of a key is the value in force. */
  fields(projectId: string, cycleId: string): readonly ProjectFieldTable[] {
    return all(
      this.#db,
      query
        .selectFrom('project_field')
        .selectAll()
        .where('project_id', '=', projectId)
        .where('cycle_id', '=', cycleId)
        .orderBy('id'),
    );
  }

  /** Every row of one field of a cycle, oldest first. */
  fieldHistory(projectId: string, cycleId: string, key: string): readonly ProjectFieldTable[] {
    return all(
      this.#db,
      query
        .selectFrom('project_field')
        .selectAll()
        .where('project_id', '=', projectId)
        .where('cycle_id', '=', cycleId)
        .where('field_key', '=', key)
        .orderBy('id'),
    );
  }

  /** Plain link rows that point to a cycle. @param cycleId the cycle */
  links(cycleId: string): readonly LinkTable[] {
    return all(
      this.#db,
      query
        .selectFrom('link')
        .selectAll()
        .where('to_kind', '=', LINK_TARGET)
        .where('to_id', '=', cycleId)
        .orderBy('id'),
    );
  }

  /** @param id link */
  link(id: string): LinkTable | undefined {
    return first(this.#db, query.selectFrom('link').selectAll().where('id', '=', id));
  }

  /** The links of a cycle with the paper or highlight each comes from, oldest first. @param cycleId the cycle */
  evidence(cycleId: string): readonly EvidenceRow[] {
    return all(
      this.#db,
      query
        .selectFrom('link')
        .leftJoin('annotation', (join) =>
          join.onRef('annotation.id', '=', 'link.from_id').on('link.from_kind', '=', 'annotation'),
        )
        .innerJoin('item', (join) =>
          join.on((on) =>
            on(
              'item.id',
              '=',
              sql<string>`CASE link.from_kind WHEN 'item' THEN link.from_id ELSE annotation.item_id END`,
            ),
          ),
        )
        .select([
          'link.id as link_id',
          'link.from_kind',
          'link.from_id',
          'link.payload',
          'item.id as item_id',
          'item.title as item_title',
          'item.authors as item_authors',
          'item.year as item_year',
          'annotation.quote_exact as quote',
          'annotation.color',
          'annotation.page_label',
          'annotation.page_index',
          'annotation.attachment_id',
          sql<string | null>`coalesce(annotation.trashed_at, item.trashed_at)`.as('trashed_at'),
        ])
        .where('link.to_kind', '=', LINK_TARGET)
        .where('link.to_id', '=', cycleId)
        .orderBy('link.id'),
    );
  }

  /**
   * Items and highlights whose title, authors, quote or comment hold the words; the latest ones when there are no words.
   * @param words lower-case words, all of which must occur
   * @param limit at most so many of each kind
   */
  candidates(words: readonly string[], limit: number): readonly CandidateRow[] {
    const like = (word: string): string => `%${word.replace(/[\\%_]/gu, (sign) => `\\${sign}`)}%`;
    let items = query
      .selectFrom('item')
      .select([
        sql<'item'>`'item'`.as('kind'),
        'id',
        'id as item_id',
        'title as item_title',
        'authors as item_authors',
        'year as item_year',
        sql<null>`NULL`.as('quote'),
        sql<null>`NULL`.as('color'),
        sql<null>`NULL`.as('page_label'),
      ])
      .where('trashed_at', 'is', null)
      .orderBy('updated_at', 'desc')
      .limit(limit);
    let annotations = query
      .selectFrom('annotation')
      .innerJoin('item', 'item.id', 'annotation.item_id')
      .select([
        sql<'annotation'>`'annotation'`.as('kind'),
        'annotation.id',
        'item.id as item_id',
        'item.title as item_title',
        'item.authors as item_authors',
        'item.year as item_year',
        sql<string | null>`coalesce(nullif(annotation.quote_exact, ''), annotation.comment)`.as('quote'),
        'annotation.color',
        'annotation.page_label',
      ])
      .where('annotation.trashed_at', 'is', null)
      .where('item.trashed_at', 'is', null)
      .orderBy('annotation.updated_at', 'desc')
      .limit(limit);
    for (const word of words) {
      const pattern = like(word);
      items = items.where(
        sql<boolean>`fold_case(title || ' ' || authors || ' ' || coalesce(year, '')) LIKE ${pattern} ESCAPE '\\'`,
      );
      annotations = annotations.where(
        sql<boolean>`fold_case(annotation.quote_exact || ' ' || annotation.comment || ' ' || item.title || ' ' || item.authors) LIKE ${pattern} ESCAPE '\\'`,
      );
    }
    return [...all(this.#db, annotations), ...all(this.#db, items)];
  }

  /** Journal entries of a project that are not in the trash, latest first. @param projectId the project */
  journal(projectId: string): readonly JournalEntryTable[] {
    return all(
      this.#db,
      query
        .selectFrom('journal_entry')
        .selectAll()
        .where('project_id', '=', projectId)
        .where('trashed_at', 'is', null)
        .orderBy('date', 'desc')
        .orderBy('id', 'desc'),
    );
  }

  /** @param id journal entry */
  journalEntry(id: string): JournalEntryTable | undefined {
    return first(this.#db, query.selectFrom('journal_entry').selectAll().where('id', '=', id));
  }

  /** The consent register in the order of the pseudonyms. @param projectId the project */
  consent(projectId: string): readonly ConsentTable[] {
    return all(
      this.#db,
      query.selectFrom('consent').selectAll().where('project_id', '=', projectId).orderBy('pseudonym'),
    );
  }

  /** @param id row of the consent register */
  consentRow(id: string): ConsentTable | undefined {
    return first(this.#db, query.selectFrom('consent').selectAll().where('id', '=', id));
  }

  /** How many datasets a cycle has and when the first came in. @param cycleId the cycle */
  dataFacts(cycleId: string): DataFacts {
    const row = first(
      this.#db,
      query
        .selectFrom('dataset')
        .select([
          (count) => count.fn.countAll<number>().as('datasets'),
          (min) => min.fn.min<string | null>('created_at').as('firstAt'),
        ])
        .where('cycle_id', '=', cycleId)
        .where('trashed_at', 'is', null),
    );
    return row ?? { datasets: 0, firstAt: null };
  }

  /** How many items and annotations exist with this kind and id: 0 or 1. */
  exists(kind: 'item' | 'annotation', id: string): boolean {
    const table = kind === 'item' ? 'item' : 'annotation';
    return first(this.#db, query.selectFrom(table).select('id').where('id', '=', id)) !== undefined;
  }
}
