import type { ChangeSet } from '@db/change-set';
import { InquiryRepository } from '@db/repositories/inquiry';
import type { ConsentTable, CycleTable, ProjectTable, StageRunTable } from '@db/schema';
import { z } from 'zod';
import {
  CONSENT_SCOPES,
  DECISION_KINDS,
  NO_SCOPES,
  PROJECT_STATUSES,
  STAGE_STATUSES,
  fieldValueSchema,
} from '@shared/domain/inquiry';
import type {
  CheckContext,
  ConsentRecord,
  Cycle,
  CycleModel,
  EngineChange,
  EngineServices,
  EngineState,
  FieldValue,
  StageRun,
} from '@shared/domain/inquiry';
import { fail, ok } from '@shared/lib/result';
import type { Result } from '@shared/lib/result';
import { readInquiryContent } from '../adapters/models';
import type { InquiryContent } from '../adapters/models';
import type { Core } from '../core';

const scopeSchema = z
  .object({
    scopes: z.partialRecord(z.enum(CONSENT_SCOPES), z.boolean()).default({}),
    formVersion: z.string().default('1'),
    language: z.string().default('en'),
  })
  .partial();

const linkPayloadSchema = z.object({ fieldKey: z.string(), use: z.string().default('') });

/** What a link row of a cycle carries: the field it belongs to and the one line of its use. */
export type LinkPayload = z.infer<typeof linkPayloadSchema>;

/** A project with everything the engine needs. */
export interface LoadedProject {
  readonly row: ProjectTable;
  readonly model: CycleModel;
  readonly state: EngineState;
}

/** Who signs until the app knows its user's name. */
const signer = 'owner';

function cycleOf(row: CycleTable): Cycle {
  return {
    id: row.id,
    projectId: row.project_id,
    number: row.number,
    startedAt: row.opened_at,
    closedAt: row.closed_at,
    decision: row.decision === null ? null : z.enum(DECISION_KINDS).parse(row.decision),
    decisionReason: row.decision_reason === '' ? null : row.decision_reason,
  };
}

function runOf(row: StageRunTable): StageRun {
  return {
    id: row.id,
    cycleId: row.cycle_id,
    stageId: row.stage_id,
    status: z.enum(STAGE_STATUSES).parse(row.status),
    enteredAt: row.entered_at,
    doneAt: row.done_at,
    signedBy: row.signed_by,
    reason: row.reason === '' ? null : row.reason,
  };
}

/** A row of the consent register as the domain knows it. @param row the stored row */
export function consentOf(row: ConsentTable): ConsentRecord & { readonly id: string } {
  const scope = scopeSchema.parse(JSON.parse(row.scope));
  return {
    id: row.id,
    pseudonym: row.pseudonym,
    guardian: z.enum(['yes', 'no', 'pending']).parse(row.guardian_consent),
    guardianDate: row.consented_at,
    formVersion: scope.formVersion ?? '1',
    assent: z.enum(['yes', 'no', 'pending']).parse(row.child_assent),
    scopes: { ...NO_SCOPES, ...scope.scopes },
    withdrawnAt: row.withdrawn_at,
    language: scope.language ?? 'en',
  };
}

/** What a link row of a cycle carries. @param payload stored JSON */
export function linkPayloadOf(payload: string): LinkPayload {
  return linkPayloadSchema.parse(JSON.parse(payload));
}

/** Reads projects into the engine's shapes and stores what the engine returns. Shared by the services of area inquiry. */
export class InquiryStore {
  readonly core: Core;
  readonly rows: InquiryRepository;
  #content: InquiryContent | null = null;

  constructor(core: Core) {
    this.core = core;
    this.rows = new InquiryRepository(core.db);
  }

  /** Models, fields and word lists, read once. */
  content(): InquiryContent {
    this.#content ??= readInquiryContent(this.core.resources, this.core.log);
    return this.#content;
  }

  /** The model of that id. Errors: `inquiry.unknown-model`. */
  model(id: string): Result<CycleModel> {
    const model = this.content().models.find((candidate) => candidate.id === id);
    return model ? ok(model) : fail('inquiry.unknown-model', { model: id });
  }

  /** A project that is not in the trash. Errors: `inquiry.no-project`, `inquiry.unknown-model`. */
  load(projectId: string): Result<LoadedProject> {
    const row = this.rows.project(projectId);
    if (!row || row.trashed_at !== null) return fail('inquiry.no-project');
    const model = this.model(row.model_id);
    if (!model.ok) return model;
    return ok({
      row,
      model: model.value,
      state: {
        projectId,
        status: z.enum(PROJECT_STATUSES).parse(row.status),
        cycles: this.rows.cycles(projectId).map(cycleOf),
        runs: this.rows.runs(projectId).map(runOf),
      },
    });
  }

  /** The values in force of a cycle: the last row of each key wins. */
  values(projectId: string, cycleId: string): Readonly<Record<string, FieldValue>> {
    const values: Record<string, FieldValue> = {};
    for (const row of this.rows.fields(projectId, cycleId)) {
      values[row.field_key] = fieldValueSchema.parse(JSON.parse(row.value));
    }
    return values;
  }

  /** How many links each links field of a cycle has. */
  linkCounts(cycleId: string): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const row of this.rows.evidence(cycleId)) {
      const { fieldKey } = linkPayloadOf(row.payload);
      counts[fieldKey] = (counts[fieldKey] ?? 0) + 1;
    }
    return counts;
  }

  /** What the exit checks of a cycle may look at. */
  checkContext(projectId: string, cycleId: string): CheckContext {
    const { fields, wording } = this.content();
    const facts = this.rows.dataFacts(cycleId);
    return {
      catalogue: fields,
      wording,
      values: this.values(projectId, cycleId),
      links: this.linkCounts(cycleId),
      consent: this.rows.consent(projectId).map(consentOf),
      journalKinds: this.rows
        .journal(projectId)
        .filter((entry) => entry.cycle_id === cycleId)
        .map((entry) => entry.kind),
      datasetCount: facts.datasets,
      firstDataAt: facts.firstAt,
      otherActiveProjects: this.otherActive(projectId),
    };
  }

  /** Running projects besides this one; the sample of the first-run tour does not count. */
  otherActive(projectId: string): number {
    return this.rows
      .projects()
      .filter((row) => row.status === 'active' && row.is_sample === 0 && row.id !== projectId).length;
  }

  /** Ids, time and signer for one step of the engine. */
  engineServices(): EngineServices {
    return { nextId: () => this.core.ids.next(), now: this.core.clock.now(), by: signer };
  }

  /** Writes what the engine returned. @param set the running command @param change from a step of the engine */
  apply(set: ChangeSet, projectId: string, change: EngineChange): void {
    for (const { id, patch } of change.updateCycles) {
      set.update('cycle', id, {
        ...(patch.decision === undefined ? {} : { decision: patch.decision }),
        ...(patch.decisionReason === undefined ? {} : { decision_reason: patch.decisionReason ?? '' }),
        ...(patch.closedAt === undefined ? {} : { closed_at: patch.closedAt }),
      });
    }
    for (const cycle of change.insertCycles) {
      set.insert('cycle', {
        id: cycle.id,
        project_id: projectId,
        number: cycle.number,
        decision: cycle.decision,
        decision_reason: cycle.decisionReason ?? '',
        opened_at: cycle.startedAt,
        closed_at: cycle.closedAt,
      });
    }
    for (const { id, patch } of change.updateRuns) {
      set.update('stage_run', id, {
        ...(patch.status === undefined ? {} : { status: patch.status }),
        ...(patch.reason === undefined ? {} : { reason: patch.reason ?? '' }),
        ...(patch.enteredAt === undefined ? {} : { entered_at: patch.enteredAt }),
        ...(patch.doneAt === undefined ? {} : { done_at: patch.doneAt }),
        ...(patch.signedBy === undefined ? {} : { signed_by: patch.signedBy }),
      });
    }
    for (const run of change.insertRuns) {
      set.insert('stage_run', {
        id: run.id,
        cycle_id: run.cycleId,
        stage_id: run.stageId,
        status: run.status,
        reason: run.reason ?? '',
        entered_at: run.enteredAt,
        done_at: run.doneAt,
        signed_by: run.signedBy,
      });
    }
    this.touch(set, projectId, change.projectStatus === null ? {} : { status: change.projectStatus });
  }

  /** Marks a project as changed now. @param set the running command @param patch further columns */
  touch(set: ChangeSet, projectId: string, patch: Partial<ProjectTable> = {}): void {
    set.update('project', projectId, { ...patch, updated_at: this.core.clock.now() });
  }

  /** Inserts a field row. @param set the running command */
  insertField(
    set: ChangeSet,
    row: { projectId: string; cycleId: string; key: string; value: FieldValue; amends: string | null },
  ): void {
    set.insert('project_field', {
      id: this.core.ids.next(),
      project_id: row.projectId,
      cycle_id: row.cycleId,
      field_key: row.key,
      value: JSON.stringify(row.value),
      amends_id: row.amends,
      updated_at: this.core.clock.now(),
    });
  }
}
