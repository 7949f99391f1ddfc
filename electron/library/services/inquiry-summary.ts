import { buildSummary, currentCycle, textOf } from '@shared/domain/inquiry';
import type { EvidenceLinkSummary, InquirySummary, JournalRecord } from '@shared/domain/inquiry';
import { PRIVACY_CLASSES } from '@shared/domain/inquiry';
import { fail, ok } from '@shared/lib/result';
import type { Result } from '@shared/lib/result';
import type { Core } from '../core';
import { InquiryProjects } from './inquiry-projects';
import { InquiryRecords } from './inquiry-records';
import { InquiryStore, consentOf, linkPayloadOf } from './inquiry-store';

function linksOf(
  store: InquiryStore,
  cycleId: string,
): Readonly<Record<string, readonly EvidenceLinkSummary[]>> {
  const links: Record<string, EvidenceLinkSummary[]> = {};
  for (const row of store.rows.evidence(cycleId)) {
    const { fieldKey, use } = linkPayloadOf(row.payload);
    (links[fieldKey] ??= []).push({
      linkId: row.link_id,
      kind: row.from_kind === 'item' ? 'item' : 'annotation',
      targetId: row.from_id,
      itemId: row.item_id,
      use,
      quote: row.quote,
      pageLabel: row.page_label,
      pageIndex: row.page_index,
    });
  }
  return links;
}

/**
 * The shareable account of an inquiry, for reports and packages: classes P0 and P1 only.
 * By default it tells of the last decided cycle, else of the one that runs.
 * Errors: `inquiry.no-project`, `inquiry.unknown-model`, `inquiry.no-cycle`.
 * @param core shared services
 * @param projectId the project
 * @param cycleId another cycle to tell of
 */
export function inquirySummary(core: Core, projectId: string, cycleId?: string): Result<InquirySummary> {
  return summaryFrom(new InquiryStore(core), projectId, cycleId);
}

/** As `inquirySummary`, on an open store. */
export function summaryFrom(
  store: InquiryStore,
  projectId: string,
  cycleId?: string,
): Result<InquirySummary> {
  const loaded = store.load(projectId);
  if (!loaded.ok) return loaded;
  const { row, model, state } = loaded.value;
  const cycle =
    cycleId === undefined
      ? (state.cycles.findLast((found) => found.decision !== null) ?? currentCycle(state))
      : state.cycles.find((found) => found.id === cycleId);
  if (!cycle) return fail('inquiry.no-cycle');
  const journal = new InquiryRecords(store).journal(projectId);
  if (!journal.ok) return journal;
  return ok(
    buildSummary({
      title: row.title,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      lineage: new InquiryProjects(store).lineage(row.is_based_on),
      model,
      catalogue: store.content().fields,
      state,
      values: store.values(projectId, cycle.id),
      questions: Object.fromEntries(
        state.cycles.map((found) => [found.id, textOf(store.values(projectId, found.id)['question.main'])]),
      ),
      links: linksOf(store, cycle.id),
      consent: store.rows.consent(projectId).map(consentOf),
      journal: journal.value.entries.map((entry): JournalRecord => ({
        id: entry.id,
        kind: entry.kind,
        date: entry.date,
        title: entry.title,
        description: entry.description,
        interpretation: entry.interpretation,
        privacy: PRIVACY_CLASSES.find((known) => known === entry.privacy) ?? 'P2',
        cycleNumber: entry.cycleNumber,
        amends: entry.amends,
      })),
    }),
  );
}
