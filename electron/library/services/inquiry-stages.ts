import {
  completeStage,
  currentCycle,
  decide,
  enterStage,
  findField,
  findStage,
  isFieldFilled,
  previewSwitch,
  returnToStage,
  runExitChecks,
  skipStage,
  switchModel,
} from '@shared/domain/inquiry';
import type { DecisionKind, EngineChange, SwitchPreview } from '@shared/domain/inquiry';
import { fail, ok } from '@shared/lib/result';
import type { Result } from '@shared/lib/result';
import { LINK_TARGET } from '@db/repositories/inquiry';
import { linkPayloadOf } from './inquiry-store';
import type { InquiryStore, LoadedProject } from './inquiry-store';
import type { InquiryProjects } from './inquiry-projects';

/** Moves a project through its stages; every move is one undoable command. */
export class InquiryStages {
  readonly #store: InquiryStore;
  readonly #projects: InquiryProjects;

  constructor(store: InquiryStore, projects: InquiryProjects) {
    this.#store = store;
    this.#projects = projects;
  }

  /** Starts work on a stage. Errors: those of the engine, prefixed `inquiry.`. */
  enter(projectId: string, stageId: string): Result<Record<string, never>> {
    return this.#step(projectId, 'inquiry.enter-stage', ({ state, model }) =>
      enterStage(state, model, stageId, this.#store.engineServices()),
    );
  }

  /** Signs a stage off, after its exit checks (S-K-04). Errors: those of the engine, prefixed `inquiry.`. */
  complete(projectId: string, stageId: string): Result<Record<string, never>> {
    return this.#step(projectId, 'inquiry.complete-stage', ({ state, model }) => {
      const stage = findStage(model, stageId);
      const cycle = currentCycle(state);
      if (!stage || !cycle) return fail('unknown-stage', { stage: stageId });
      const checks = runExitChecks(stage, this.#store.checkContext(projectId, cycle.id));
      return completeStage(state, model, stageId, checks, this.#store.engineServices());
    });
  }

  /** Leaves a stage out with a reason. Errors: those of the engine, prefixed `inquiry.`. */
  skip(projectId: string, stageId: string, reason: string): Result<Record<string, never>> {
    return this.#step(projectId, 'inquiry.skip-stage', ({ state, model }) =>
      skipStage(state, model, stageId, reason, this.#store.engineServices()),
    );
  }

  /** Goes back to an earlier stage. Errors: those of the engine, prefixed `inquiry.`. */
  goBack(projectId: string, from: string, to: string, reason: string): Result<Record<string, never>> {
    return this.#step(projectId, 'inquiry.return-stage', ({ state, model }) =>
      returnToStage(state, model, from, to, reason, this.#store.engineServices()),
    );
  }

  /**
   * Decides the current cycle; adapt and repeat open the next one, which starts with the carried fields, the links of carried link
   * fields and the open questions.
   * Errors: those of the engine, prefixed `inquiry.`.
   */
  decide(projectId: string, decision: DecisionKind, reason: string): Result<{ cycleId: string }> {
    const loaded = this.#store.load(projectId);
    if (!loaded.ok) return loaded;
    const { state, model, row } = loaded.value;
    const cycle = currentCycle(state);
    if (!cycle) return fail('inquiry.no-cycle');
    const last = model.stages.find((stage) => stage.panels.includes('decision'));
    const endsEarly = decision === 'abandon' || decision === 'pause' || decision === 'too-early';
    if (last && !endsEarly) {
      const open = runExitChecks(last, this.#store.checkContext(projectId, cycle.id)).filter(
        (check) => check.level === 'must' && !check.isMet,
      );
      if (open.length > 0) return fail('inquiry.checks-open', { count: open.length });
    }
    const change = decide(state, model, decision, reason, this.#store.engineServices());
    if (!change.ok) return fail(`inquiry.${change.error.code}`, change.error.details);
    const next = change.value.insertCycles[0];
    const { core } = this.#store;
    core.commands.run(
      'inquiry.decide',
      (set) => {
        this.#store.apply(set, projectId, change.value);
        if (!next) return;
        const seed = this.#projects.seed(this.#store.values(projectId, cycle.id));
        for (const [key, value] of Object.entries(seed)) {
          this.#store.insertField(set, { projectId, cycleId: next.id, key, value, amends: null });
        }
        for (const link of this.#store.rows.links(cycle.id)) {
          const field = findField(this.#store.content().fields, linkPayloadOf(link.payload).fieldKey);
          if (field?.carry !== true) continue;
          set.insert('link', {
            ...link,
            id: core.ids.next(),
            to_kind: LINK_TARGET,
            to_id: next.id,
            created_at: core.clock.now(),
          });
        }
      },
      { params: { title: row.title } },
    );
    return ok({ cycleId: next?.id ?? cycle.id });
  }

  /** What following another model would change. Errors: `inquiry.no-project`, `inquiry.unknown-model`. */
  preview(projectId: string, modelId: string): Result<SwitchPreview> {
    const loaded = this.#store.load(projectId);
    if (!loaded.ok) return loaded;
    const target = this.#store.model(modelId);
    if (!target.ok) return target;
    const { state, model } = loaded.value;
    const cycle = currentCycle(state);
    if (!cycle) return fail('inquiry.no-cycle');
    const values = this.#store.values(projectId, cycle.id);
    const links = this.#store.linkCounts(cycle.id);
    const filled = this.#store.content().fields.fields.filter((field) => isFieldFilled(field, values, links));
    return ok(
      previewSwitch(
        state,
        model,
        target.value,
        filled.map((field) => field.key),
      ),
    );
  }

  /** Follows another model from now on; nothing stored is lost. Errors: `inquiry.no-project`, `inquiry.unknown-model`, `inquiry.cycle-closed`. */
  switchTo(projectId: string, modelId: string): Result<Record<string, never>> {
    const preview = this.preview(projectId, modelId);
    if (!preview.ok) return preview;
    const loaded = this.#store.load(projectId);
    const target = this.#store.model(modelId);
    if (!loaded.ok) return loaded;
    if (!target.ok) return target;
    if (currentCycle(loaded.value.state)?.closedAt !== null) return fail('inquiry.cycle-closed');
    const change = switchModel(loaded.value.state, preview.value, target.value, this.#store.engineServices());
    this.#store.core.commands.run(
      'inquiry.switch-model',
      (set) => {
        this.#store.apply(set, projectId, change);
        this.#store.touch(set, projectId, {
          model_id: target.value.id,
          model_version: String(target.value.version),
        });
      },
      { params: { title: loaded.value.row.title } },
    );
    return ok({});
  }

  #step(
    projectId: string,
    name: string,
    step: (project: LoadedProject) => Result<EngineChange>,
  ): Result<Record<string, never>> {
    const loaded = this.#store.load(projectId);
    if (!loaded.ok) return loaded;
    const change = step(loaded.value);
    if (!change.ok) return fail(`inquiry.${change.error.code}`, change.error.details);
    this.#store.core.commands.run(
      name,
      (set) => {
        this.#store.apply(set, projectId, change.value);
      },
      { params: { title: loaded.value.row.title } },
    );
    return ok({});
  }
}
