import { describe, expect, it } from 'vitest';
import {
  applyChange,
  completeStage,
  currentCycle,
  decide,
  enterStage,
  isTooManyActive,
  latestRun,
  previewSwitch,
  applyRule,
  firedRule,
  returnToStage,
  runExitChecks,
  seedNextCycle,
  skipStage,
  spiralOf,
  spiralPath,
  switchModel,
  findStage,
} from '@shared/domain/inquiry';
import type { CheckResult, CycleModel, EngineServices, EngineState } from '@shared/domain/inquiry';
import {
  catalogue,
  checkContext,
  engineServices,
  models,
  startedProject,
  step,
} from '../../builders/inquiry';

const noChecks: readonly CheckResult[] = [];

function completeUpTo(
  state: EngineState,
  model: CycleModel,
  last: string,
  services: EngineServices,
): EngineState {
  let now = state;
  for (const stage of model.stages) {
    now = step(now, completeStage(now, model, stage.id, noChecks, services));
    if (stage.id === last) return now;
  }
  return now;
}

const statuses = (state: EngineState, model: CycleModel): readonly (string | undefined)[] =>
  model.stages.map((stage) => latestRun(state, currentCycle(state)?.id ?? '', stage.id)?.status);

describe('cycle engine (domain 3.2)', () => {
  it.each(Object.values(models))('$id: starts with one cycle, its first stage active', (model) => {
    const state = startedProject(model, engineServices());
    expect(state.cycles.map((cycle) => cycle.number)).toEqual([1]);
    expect(statuses(state, model)).toEqual(['active', ...model.stages.slice(1).map(() => 'not-started')]);
  });

  it.each(Object.values(models))('$id: runs from its first stage to a decision by data alone', (model) => {
    const services = engineServices();
    let state = startedProject(model, services);
    for (const stage of model.stages.slice(0, -1)) {
      state = step(state, completeStage(state, model, stage.id, noChecks, services));
    }
    state = step(state, decide(state, model, 'adopt', 'it held', services));
    expect(new Set(statuses(state, model))).toEqual(new Set(['done']));
    expect(state.status).toBe('finished');
  });

  it('S-K-04 a stage with required fields empty cannot be signed off', () => {
    const services = engineServices();
    const state = startedProject(models.kmt, services);
    const stage = findStage(models.kmt, 'problem');
    if (!stage) throw new Error('kmt has a problem stage');
    const result = completeStage(
      state,
      models.kmt,
      'problem',
      runExitChecks(stage, checkContext()),
      services,
    );
    expect(result).toEqual({ ok: false, error: { code: 'checks-open', details: { count: 2 } } });
  });

  it('signs a stage with the time and the signer, and wakes the next one', () => {
    const services = engineServices('2026-03-01T09:00:00.000Z');
    const state = completeUpTo(startedProject(models.kmt, services), models.kmt, 'problem', services);
    const cycle = currentCycle(state);
    expect(latestRun(state, cycle?.id ?? '', 'problem')).toMatchObject({
      status: 'done',
      doneAt: '2026-03-01T09:00:00.000Z',
      signedBy: 'teacher',
    });
    expect(latestRun(state, cycle?.id ?? '', 'question')?.status).toBe('active');
    expect(completeStage(state, models.kmt, 'problem', noChecks, services)).toMatchObject({
      error: { code: 'stage-not-active' },
    });
  });

  it('skips only with a reason, which is kept', () => {
    const services = engineServices();
    const state = startedProject(models.kmt, services);
    expect(skipStage(state, models.kmt, 'ethics', ' ', services)).toMatchObject({
      error: { code: 'reason-needed' },
    });
    const skipped = step(state, skipStage(state, models.kmt, 'ethics', 'approved last year', services));
    expect(skipped.runs.find((run) => run.status === 'skipped')?.reason).toBe('approved last year');
    const again = step(skipped, enterStage(skipped, models.kmt, 'ethics', services));
    expect(again.runs.filter((run) => run.stageId === 'ethics').map((run) => run.status)).toEqual([
      'skipped',
      'active',
    ]);
  });

  const register = (status: string) => [{ id: 'h1', statement: 'homework', wouldRefute: 'no link', status }];

  it('S-L10-05 rejecting a hypothesis returns to step 2 and keeps the history', () => {
    const services = engineServices();
    const model = models.datateam;
    const state = completeUpTo(startedProject(model, services), model, 'analyse', services);
    const rule = firedRule(model, 'hypotheses.register', register('open'), register('rejected'));
    if (!rule) throw new Error('the rule must fire');
    const back = applyChange(state, applyRule(state, model, rule, 'H1 was rejected', services));
    expect(statuses(back, model)).toEqual([
      'done',
      'active',
      'not-started',
      'not-started',
      'not-started',
      'not-started',
      'not-started',
      'not-started',
    ]);
    expect(back.runs.filter((run) => run.stageId === 'hypotheses').map((run) => run.status)).toEqual([
      'done',
      'active',
    ]);
    expect(back.runs.find((run) => run.status === 'returned')).toMatchObject({
      stageId: 'interpret',
      reason: 'H1 was rejected',
    });
    expect(back.runs.filter((run) => run.status === 'done')).toHaveLength(5);
  });

  it('a rule fires once, and only when there is something to come back from', () => {
    const services = engineServices();
    const model = models.datateam;
    expect(firedRule(model, 'hypotheses.register', register('rejected'), register('rejected'))).toBeNull();
    expect(firedRule(model, 'quality.verdict', 'yes', 'no')?.to).toBe('collect');
    expect(firedRule(models.kmt, 'hypotheses.register', register('open'), register('rejected'))).toBeNull();
    const start = startedProject(model, services);
    const rule = firedRule(model, 'quality.verdict', undefined, 'no');
    if (!rule) throw new Error('the rule must fire');
    expect(applyChange(start, applyRule(start, model, rule, 'reason', services))).toEqual(start);
  });

  it('refuses to return forwards or where the model does not lead', () => {
    const services = engineServices();
    const state = startedProject(models.kmt, services);
    expect(returnToStage(state, models.kmt, 'problem', 'plan', 'why', services)).toMatchObject({
      error: { code: 'cannot-return' },
    });
    expect(returnToStage(state, models.kmt, 'analyse', 'ethics', 'why', services)).toMatchObject({
      error: { code: 'cannot-return' },
    });
  });

  it.each(['adapt', 'repeat'] as const)('story 1: %s closes cycle 1 and opens cycle 2', (decision) => {
    const services = engineServices();
    const state = completeUpTo(startedProject(models.kmt, services), models.kmt, 'analyse', services);
    const next = step(
      state,
      decide(state, models.kmt, decision, 'pairs worked, the timing did not', services),
    );
    expect(next.cycles.map((cycle) => [cycle.number, cycle.decision])).toEqual([
      [1, decision],
      [2, null],
    ]);
    expect(statuses(next, models.kmt)[0]).toBe('active');
    expect(next.status).toBe('active');
  });

  it.each([
    ['adopt', 'finished'],
    ['scale', 'finished'],
    ['abandon', 'finished'],
    ['pause', 'paused'],
    ['too-early', 'paused'],
  ] as const)('S-I-03 %s leaves the project %s without a new cycle', (decision, status) => {
    const services = engineServices();
    const state = completeUpTo(startedProject(models.kmt, services), models.kmt, 'analyse', services);
    const next = step(state, decide(state, models.kmt, decision, 'reason', services));
    expect([next.status, next.cycles.length]).toEqual([status, 1]);
  });

  it('a cycle judged too early can be decided again, an adopted one cannot', () => {
    const services = engineServices();
    const state = completeUpTo(startedProject(models.kmt, services), models.kmt, 'analyse', services);
    const early = step(state, decide(state, models.kmt, 'too-early', 'two weeks only', services));
    const adapted = step(early, decide(early, models.kmt, 'adapt', 'now we know', services));
    expect(adapted.cycles).toHaveLength(2);
    const adopted = step(state, decide(state, models.kmt, 'adopt', 'reason', services));
    expect(decide(adopted, models.kmt, 'adapt', 'reason', services)).toMatchObject({
      error: { code: 'already-decided' },
    });
  });

  it('decides to go on only when every other stage is done or left out', () => {
    const services = engineServices();
    const state = startedProject(models.kmt, services);
    expect(decide(state, models.kmt, 'adopt', 'reason', services)).toMatchObject({
      error: { code: 'stages-open', details: { count: 7 } },
    });
    expect(decide(state, models.kmt, 'abandon', 'class moved away', services).ok).toBe(true);
  });

  it('cycle 2 starts with what carries over, the old question as a draft and the open questions', () => {
    let id = 0;
    const seed = seedNextCycle(
      catalogue,
      {
        'problem.statement': 'slow readers',
        'question.main': 'How does…?',
        'analyse.finding': 'seven words more',
        'indicators.rows': [{ id: 'i1', indicator: 'words a minute', worthHaving: '5' }],
        'reflect.openQuestions': [{ id: 'o1', question: 'Would three times a week do?' }],
      },
      () => `new-${String((id += 1))}`,
    );
    expect(seed).toEqual({
      'problem.statement': 'slow readers',
      'question.main': 'How does…?',
      'question.sub': [{ id: 'new-1', text: 'Would three times a week do?' }],
      'question.drafts': [{ id: 'new-2', text: 'How does…?', why: '' }],
    });
  });

  it('S-I-04 a third active change raises the warning', () => {
    expect([1, 2, 3].map((active) => isTooManyActive(active))).toEqual([false, false, true]);
    expect(isTooManyActive(3, 3)).toBe(false);
  });
});

describe('switching the model (domain 3.2)', () => {
  const services = engineServices();
  const state = completeUpTo(startedProject(models.kmt, services), models.kmt, 'others', services);
  const preview = previewSwitch(state, models.kmt, models.datateam, [
    'problem.statement',
    'rationale.contextFit',
  ]);

  it('shows where each stage goes, what is new and what will not be shown', () => {
    expect(preview.stages.find((stage) => stage.from === 'problem')).toEqual({
      from: 'problem',
      status: 'done',
      to: ['problem'],
      isExact: true,
    });
    expect(preview.stages.find((stage) => stage.from === 'rationale')).toBeUndefined();
    expect(preview.stages.find((stage) => stage.from === 'ethics')).toMatchObject({ isExact: false });
    expect(preview.hiddenFields).toEqual(['rationale.contextFit']);
    expect(preview.added).not.toContain('problem');
  });

  it('keeps the old runs and marks as done only what maps exactly', () => {
    const switched = applyChange(state, switchModel(state, preview, models.datateam, services));
    expect(switched.runs.length).toBe(state.runs.length + models.datateam.stages.length);
    expect(statuses(switched, models.datateam).slice(0, 3)).toEqual(['done', 'active', 'not-started']);
  });
});

describe('spiral view', () => {
  it('lists cycles as rows and canonical stages as columns', () => {
    const services = engineServices();
    let state = completeUpTo(startedProject(models.kmt, services), models.kmt, 'analyse', services);
    state = step(state, decide(state, models.kmt, 'adapt', 'reason', services));
    state = step(state, completeStage(state, models.kmt, 'problem', noChecks, services));
    const spiral = spiralOf(state, models.kmt);
    expect(spiral.columns).toHaveLength(8);
    expect(spiral.rows.map((row) => row.decision)).toEqual(['adapt', null]);
    expect(spiral.rows[1]?.cells.slice(0, 3)).toEqual([
      { canonical: 'problem', status: 'done' },
      { canonical: 'question', status: 'active' },
      { canonical: 'rationale', status: 'not-started' },
    ]);
    expect(spiral.turns).toBe(1.125);
  });

  it('draws turns of one spiral: a shorter path lies on a longer one and stays inside its square', () => {
    const whole = spiralPath(2, 2, 120);
    const half = spiralPath(1, 2, 120);
    expect(whole.path.startsWith(half.path.slice(0, 200))).toBe(true);
    const numbers = whole.path.match(/\d+(\.\d+)?/g)?.map(Number) ?? [];
    expect(Math.max(...numbers, ...whole.end)).toBeLessThanOrEqual(120 - 5);
    expect(spiralPath(0, 2, 120).end).toEqual([60, 52]);
  });
});
