import type Database from 'better-sqlite3';
import { all, first, query } from '../query';
import type { ReportSectionTable, ReportTable } from '../schema';

/** A report row with the title of the inquiry it belongs to. */
export interface ReportRow extends ReportTable {
  readonly project_title: string | null;
}

/** @returns reports that are not in the trash, the last changed first */
export function listReports(db: Database.Database): readonly ReportRow[] {
  return all(db, reports().where('report.trashed_at', 'is', null).orderBy('report.updated_at', 'desc'));
}

/** @param reportId id of the report; @returns it, in the trash or not; undefined when there is none */
export function readReport(db: Database.Database, reportId: string): ReportRow | undefined {
  return first(db, reports().where('report.id', '=', reportId));
}

/** @returns inquiries that are not in the trash, the last changed first */
export function listReportableProjects(
  db: Database.Database,
): readonly { readonly id: string; readonly title: string }[] {
  return all(
    db,
    query
      .selectFrom('project')
      .select(['id', 'title'])
      .where('trashed_at', 'is', null)
      .orderBy('updated_at', 'desc'),
  );
}

function reports() {
  return query
    .selectFrom('report')
    .leftJoin('project', 'project.id', 'report.project_id')
    .selectAll('report')
    .select('project.title as project_title');
}

/** @returns sections of a report in reading order */
export function readSections(db: Database.Database, reportId: string): readonly ReportSectionTable[] {
  return all(
    db,
    query.selectFrom('report_section').selectAll().where('report_id', '=', reportId).orderBy('position'),
  );
}

/** @returns one section, undefined when there is none */
export function readSection(db: Database.Database, sectionId: string): ReportSectionTable | undefined {
  return first(db, query.selectFrom('report_section').selectAll().where('id', '=', sectionId));
}

/** Finished exports of a report, newest first, as the job queue remembers them. */
export function readExports(
  db: Database.Database,
  reportId: string,
): readonly { readonly payload: string; readonly checkpoint: string; readonly at: string }[] {
  const rows = all(
    db,
    query
      .selectFrom('job')
      .select(['payload', 'checkpoint', 'updated_at'])
      .where('kind', '=', 'report.export')
      .where('state', '=', 'done')
      .orderBy('created_at', 'desc')
      .limit(500),
  );
  return rows.flatMap((row) =>
    row.checkpoint !== null && row.payload.includes(reportId)
      ? [{ payload: row.payload, checkpoint: row.checkpoint, at: row.updated_at }]
      : [],
  );
}

/** Reports outside the trash whose text cites an item, by title. */
export function readCitingReports(
  db: Database.Database,
  itemId: string,
): readonly Pick<ReportTable, 'id' | 'title'>[] {
  return all(
    db,
    query
      .selectFrom('report')
      .select(['id', 'title'])
      .where('trashed_at', 'is', null)
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('report_section')
            .select('report_section.id')
            .whereRef('report_section.report_id', '=', 'report.id')
            .where('report_section.body', 'like', `%"itemId":"${itemId}"%`),
        ),
      )
      .orderBy('title')
      .orderBy('id'),
  );
}
