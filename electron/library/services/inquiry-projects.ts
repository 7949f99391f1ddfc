import {
  ETHICS_TIERS,
  currentCycle,
  ethicsAnswers,
  ethicsTier,
  fieldProblem,
  fieldValueSchema,
  findField,
  firedRule,
  applyRule,
  latestRun,
  seedNextCycle,
  stageFields,
  stampRows,
  startProject,
  textOf,
  countConsent,
} from '@shared/domain/inquiry';
import type {
  CycleModel,
  EngineState,
  FieldValue,
  GuidanceLevel,
  LineageSummary,
} from '@shared/domain/inquiry';
import { fail, ok } from '@shared/lib/result';
import type { Result } from '@shared/lib/result';
import type { CallOutput } from '@shared/ipc/contract';
import { consentOf, linkPayloadOf } from './inquiry-store';
import type { InquiryStore, LoadedProject } from './inquiry-store';

/** Edits of an already signed field within this time are one amendment. */
const AMENDMENT_PAUSE_MS = 60_000;

/** Projects, their fields and what the page shows of them. */
export class InquiryProjects {
  readonly #store: InquiryStore;

  constructor(store: InquiryStore) {
    this.#store = store;
  }

  /** Every project as a card, latest change first. */
  list(): CallOutput<'inquiry.list'> {
    const { rows } = this.#store;
    return {
      projects: rows.projects().flatMap((row) => {
        const loaded = this.#store.load(row.id);
        return loaded.ok ? [this.#card(loaded.value)] : [];
      }),
    };
  }

  #card({ row, model, state }: LoadedProject): CallOutput<'inquiry.list'>['projects'][number] {
    const cycle = currentCycle(state);
    const statuses = model.stages.map((stage) => ({
      id: stage.id,
      status: cycle ? (latestRun(state, cycle.id, stage.id)?.status ?? 'not-started') : 'not-started',
    }));
    const values = cycle ? this.#store.values(row.id, cycle.id) : {};
    return {
      id: row.id,
      title: row.title,
      modelId: model.id,
      status: state.status,
      isSample: row.is_sample === 1,
      updatedAt: row.updated_at,
      cycleNumber: cycle?.number ?? 0,
      activeStageId: statuses.find(({ status }) => status === 'active')?.id ?? null,
      done: statuses.filter(({ status }) => status === 'done' || status === 'skipped').length,
      stages: statuses.length,
      question: textOf(values['question.main']),
      problem: textOf(values['problem.statement']),
    };
  }

  /**
   * Starts a project with its first cycle.
   * Errors: `inquiry.title-needed`, `inquiry.unknown-model`.
   * @param input title, model, guidance; the case it starts from, and first values, when it has any
   */
  create(input: {
    readonly title: string;
    readonly modelId: string;
    readonly guidance: GuidanceLevel;
    readonly basedOn?: LineageSummary | undefined;
    readonly values?: Readonly<Record<string, FieldValue>> | undefined;
  }): Result<{ projectId: string }> {
    const title = input.title.trim();
    if (title === '') return fail('inquiry.title-needed');
    const model = this.#store.model(input.modelId);
    if (!model.ok) return model;
    const fields = this.#store.content().fields;
    for (const [key, value] of Object.entries(input.values ?? {})) {
      const field = findField(fields, key);
      if (!field) return fail('inquiry.unknown-field', { field: key });
      const problem = fieldProblem(field, value);
      if (problem) return fail(`inquiry.field-${problem}`, { field: key });
    }
    const { core } = this.#store;
    const projectId = core.ids.next();
    const now = core.clock.now();
    core.commands.run(
      'inquiry.create',
      (set) => {
        set.insert('project', {
          id: projectId,
          kind: 'new-inquiry',
          title,
          model_id: model.value.id,
          model_version: String(model.value.version),
          guidance: input.guidance,
          status: 'active',
          is_based_on: input.basedOn ? JSON.stringify(input.basedOn) : null,
          is_sample: 0,
          created_at: now,
          updated_at: now,
          trashed_at: null,
        });
        const change = startProject(projectId, model.value, this.#store.engineServices());
        this.#store.apply(set, projectId, change);
        const cycleId = change.insertCycles[0]?.id ?? '';
        for (const [key, value] of Object.entries(input.values ?? {})) {
          const field = findField(fields, key);
          const stamped = field ? stampRows(field, undefined, value, now) : value;
          this.#store.insertField(set, { projectId, cycleId, key, value: stamped, amends: null });
        }
      },
      { params: { title } },
    );
    return ok({ projectId });
  }

  /** Changes title or guidance. Errors: `inquiry.no-project`, `inquiry.title-needed`. */
  update(
    projectId: string,
    patch: { title?: string | undefined; guidance?: GuidanceLevel | undefined },
  ): Result<Record<string, never>> {
    const loaded = this.#store.load(projectId);
    if (!loaded.ok) return loaded;
    const title = patch.title?.trim();
    if (title === '') return fail('inquiry.title-needed');
    this.#store.core.commands.run(
      'inquiry.update',
      (set) => {
        this.#store.touch(set, projectId, {
          ...(title === undefined ? {} : { title }),
          ...(patch.guidance === undefined ? {} : { guidance: patch.guidance }),
        });
      },
      { params: { title: title ?? loaded.value.row.title } },
    );
    return ok({});
  }

  /** Moves a project to the trash or back; everything in it stays. Errors: `inquiry.no-project`. */
  setTrashed(projectId: string, isTrashed: boolean): Result<Record<string, never>> {
    const row = this.#store.rows.project(projectId);
    if (!row) return fail('inquiry.no-project');
    const { core } = this.#store;
    core.commands.run(
      isTrashed ? 'inquiry.trash' : 'inquiry.restore',
      (set) => {
        set.update('project', projectId, { trashed_at: isTrashed ? core.clock.now() : null });
      },
      { params: { title: row.title } },
    );
    return ok({});
  }

  /** Everything the page shows of one cycle. Errors: `inquiry.no-project`, `inquiry.no-cycle`. */
  detail(projectId: string, cycleId: string | null): Result<CallOutput<'inquiry.get'>> {
    const loaded = this.#store.load(projectId);
    if (!loaded.ok) return loaded;
    const { row, model, state } = loaded.value;
    const cycle = cycleId === null ? currentCycle(state) : state.cycles.find((found) => found.id === cycleId);
    if (!cycle) return fail('inquiry.no-cycle');
    const { rows } = this.#store;
    const context = this.#store.checkContext(projectId, cycle.id);
    const { tier } = ethicsTier(ethicsAnswers(context.values));
    const facts = rows.dataFacts(cycle.id);
    return ok({
      project: {
        id: row.id,
        title: row.title,
        modelId: model.id,
        guidance: row.guidance === 'light' || row.guidance === 'free' ? row.guidance : 'guided',
        status: state.status,
        isSample: row.is_sample === 1,
        basedOn: this.lineage(row.is_based_on),
        createdAt: row.created_at,
        updatedAt: row.updated_at,
      },
      cycleId: cycle.id,
      cycles: state.cycles.map((found) => ({ ...found })),
      runs: state.runs.map((run) => ({ ...run })),
      values: this.#store.values(projectId, cycle.id),
      amendments: rows
        .fields(projectId, cycle.id)
        .filter((field) => field.amends_id !== null)
        .map((field) => ({ key: field.field_key, at: field.updated_at })),
      links: rows.evidence(cycle.id).map((link) => {
        const { fieldKey, use } = linkPayloadOf(link.payload);
        return {
          linkId: link.link_id,
          fieldKey,
          kind: link.from_kind === 'item' ? ('item' as const) : ('annotation' as const),
          targetId: link.from_id,
          itemId: link.item_id,
          itemTitle: link.item_title,
          itemAuthors: link.item_authors,
          itemYear: link.item_year,
          attachmentId: link.attachment_id,
          quote: link.quote,
          color: link.color,
          pageLabel: link.page_label,
          pageIndex: link.page_index,
          use,
          isTrashed: link.trashed_at !== null,
        };
      }),
      consent: rows.consent(projectId).map(consentOf),
      consentCounts: countConsent(context.consent, tier),
      tier: tier === null ? null : (ETHICS_TIERS.find((known) => known === tier) ?? null),
      journalKinds: [...context.journalKinds],
      journalCount: rows.journal(projectId).length,
      datasetCount: facts.datasets,
      firstDataAt: facts.firstAt,
      otherActiveProjects: context.otherActiveProjects,
    });
  }

  /** The case a project was started from. @param stored JSON of `is_based_on` */
  lineage(stored: string | null): LineageSummary | null {
    if (stored === null) return null;
    const value: unknown = JSON.parse(stored);
    if (typeof value !== 'object' || value === null) return null;
    const text = (key: string): string => {
      const found: unknown = Reflect.get(value, key);
      return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
    };
    return {
      caseId: text('caseId'),
      version: text('version'),
      title: text('title'),
      changes: text('changes'),
    };
  }

  /**
   * Stores one field. After its stage was signed, or its cycle closed, the new value is appended as an amendment and the signed one
   * stays. A rule of the model may send the inquiry back in the same step (S-L10-05).
   * Errors: `inquiry.no-project`, `inquiry.no-cycle`, `inquiry.unknown-field`, `inquiry.field-…`.
   */
  setField(
    projectId: string,
    cycleId: string,
    key: string,
    value: FieldValue,
  ): Result<CallOutput<'inquiry.setField'>> {
    const loaded = this.#store.load(projectId);
    if (!loaded.ok) return loaded;
    const { model, state } = loaded.value;
    if (!state.cycles.some((cycle) => cycle.id === cycleId)) return fail('inquiry.no-cycle');
    const field = findField(this.#store.content().fields, key);
    if (!field) return fail('inquiry.unknown-field', { field: key });
    const problem = fieldProblem(field, value);
    if (problem) return fail(`inquiry.field-${problem}`, { field: key });

    const { core, rows } = this.#store;
    const now = core.clock.now();
    const last = rows.fieldHistory(projectId, cycleId, key).at(-1);
    const before = last ? this.#store.values(projectId, cycleId)[key] : undefined;
    const next = stampRows(field, before, value, now);
    const isSigned = last !== undefined && isFieldSigned(model, state, cycleId, key);
    const isFreshAmendment =
      last?.amends_id != null && Date.parse(now) - Date.parse(last.updated_at) < AMENDMENT_PAUSE_MS;
    const rule = firedRule(model, key, before, next);
    const services = this.#store.engineServices();
    const back = rule ? applyRule(state, model, rule, rule.reason.en, services) : null;
    core.commands.run(
      'inquiry.edit-field',
      (set) => {
        if (last && (!isSigned || isFreshAmendment)) {
          set.update('project_field', last.id, { value: JSON.stringify(next), updated_at: now });
        } else {
          this.#store.insertField(set, { projectId, cycleId, key, value: next, amends: last?.id ?? null });
        }
        if (back) this.#store.apply(set, projectId, back);
        else this.#store.touch(set, projectId);
      },
      { coalesceKey: `inquiry.field:${cycleId}:${key}` },
    );
    const returnedTo = back && back.insertRuns.length > 0 ? (rule?.to ?? null) : null;
    return ok({ isAmendment: isSigned, returnedTo });
  }

  /** Every version of a field, oldest first. Errors: `inquiry.no-project`. */
  fieldHistory(projectId: string, cycleId: string, key: string): Result<CallOutput<'inquiry.fieldHistory'>> {
    const loaded = this.#store.load(projectId);
    if (!loaded.ok) return loaded;
    return ok({
      versions: this.#store.rows.fieldHistory(projectId, cycleId, key).map((row) => ({
        at: row.updated_at,
        isAmendment: row.amends_id !== null,
        value: fieldValueSchema.parse(JSON.parse(row.value)),
      })),
    });
  }

  /** The values a new cycle starts with. @param values those of the closed one */
  seed(values: Readonly<Record<string, FieldValue>>): Readonly<Record<string, FieldValue>> {
    return seedNextCycle(this.#store.content().fields, values, () => this.#store.core.ids.next());
  }
}

/**
 * A field is signed when its cycle is closed, or a stage that shows it is done and none that shows it is being worked on.
 */
function isFieldSigned(model: CycleModel, state: EngineState, cycleId: string, key: string): boolean {
  if (state.cycles.some((cycle) => cycle.id === cycleId && cycle.closedAt !== null)) return true;
  const statuses = model.stages
    .filter((stage) => stageFields(stage).includes(key))
    .map((stage) => latestRun(state, cycleId, stage.id)?.status);
  return statuses.includes('done') && !statuses.includes('active');
}
