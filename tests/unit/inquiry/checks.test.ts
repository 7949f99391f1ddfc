import { describe, expect, it } from 'vitest';
import {
  blockingChecks,
  fieldProblem,
  findField,
  findStage,
  newConsentRecord,
  runExitChecks,
  stampRows,
  visibleChecks,
  workload,
  plannedWeeks,
} from '@shared/domain/inquiry';
import type { CheckContext, FieldValue, FieldValues } from '@shared/domain/inquiry';
import { catalogue, checkContext, models } from '../../builders/inquiry';

function check(stageId: string, checkId: string, overrides: Partial<CheckContext>, model = models.kmt) {
  const stage = findStage(model, stageId);
  if (!stage) throw new Error(`no stage ${stageId}`);
  const result = runExitChecks(stage, checkContext(overrides)).find((found) => found.id === checkId);
  if (!result) throw new Error(`no check ${checkId}`);
  return result;
}

function field(key: string) {
  const found = findField(catalogue, key);
  if (!found) throw new Error(`no field ${key}`);
  return found;
}

const indicator = (overrides: Record<string, string | boolean | null> = {}) => ({
  id: 'r1',
  indicator: 'words a minute',
  worthHaving: '5 more',
  worthSetAt: '2026-02-01T00:00:00.000Z',
  ...overrides,
});

describe('exit checks', () => {
  it('lists the required fields that are missing', () => {
    expect(check('question', 'required-fields', { values: { 'question.main': ' ' } })).toMatchObject({
      isMet: false,
      missing: ['question.main', 'question.type'],
    });
  });

  it('S-L10-01 asks for something that shows the problem exists: a row or a link', () => {
    const rows: FieldValues = { 'problem.evidence': [{ id: 'a', what: 'reading register' }] };
    expect(check('problem', 'evidence-exists', {}).isMet).toBe(false);
    expect(check('problem', 'evidence-exists', { values: rows }).isMet).toBe(true);
    expect(check('problem', 'evidence-exists', { links: { 'problem.evidenceLinks': 1 } }).isMet).toBe(true);
  });

  it('S-K-02 a rationale without a link is visible but does not hold the stage back', () => {
    const result = check('others', 'rests-on', {});
    expect([result.isMet, result.level]).toEqual([false, 'should']);
    expect(check('others', 'rests-on', { values: { 'rationale.judgementOnly': true } }).isMet).toBe(true);
    expect(check('others', 'rests-on', { values: { 'rationale.judgementOnly': false } }).isMet).toBe(false);
  });

  it('S-L10-04 the plan stores a "stop" entry or says there is none', () => {
    expect(check('plan', 'stop-entry', {}).isMet).toBe(false);
    expect(
      check('plan', 'stop-entry', { values: { 'change.stop': [{ id: 's', what: 'weekly spelling test' }] } })
        .isMet,
    ).toBe(true);
    expect(check('plan', 'stop-entry', { values: { 'change.stopNone': true } }).isMet).toBe(true);
  });

  it('the worth-having change counts only when it was set before the data', () => {
    const set = { 'indicators.rows': [indicator()] };
    expect(check('plan', 'worth-having', { values: set }).isMet).toBe(true);
    expect(
      check('plan', 'worth-having', { values: { 'indicators.rows': [indicator({ worthHaving: '' })] } })
        .isMet,
    ).toBe(false);
    expect(
      check('plan', 'worth-having', { values: set, firstDataAt: '2026-01-15T00:00:00.000Z' }),
    ).toMatchObject({
      isMet: false,
      hints: ['after-data'],
    });
  });

  it('asks for one sign that might get worse', () => {
    expect(check('plan', 'harm', { values: { 'indicators.rows': [indicator()] } }).isMet).toBe(false);
    expect(check('plan', 'harm', { values: { 'indicators.rows': [indicator({ harm: true })] } }).isMet).toBe(
      true,
    );
  });

  it('counts distinct points of view, not rows', () => {
    const rows = (...views: string[]): FieldValue =>
      views.map((perspective, index) => ({
        id: String(index),
        source: 's',
        method: 'm',
        when: 'w',
        privacy: 'P2',
        perspective,
      }));
    expect(
      check('plan', 'three-views', { values: { 'dataplan.rows': rows('student', 'student', 'teacher') } })
        .isMet,
    ).toBe(false);
    expect(
      check('plan', 'three-views', { values: { 'dataplan.rows': rows('student', 'teacher', 'parent') } })
        .isMet,
    ).toBe(true);
  });

  it('S-L10-07 each activity has exactly one accountable role', () => {
    const rows = (accountable: string): FieldValue => [{ id: 'a', activity: 'measuring', accountable }];
    expect(
      check('plan', 'one-accountable', { values: { 'roles.activities': rows('data lead') } }).isMet,
    ).toBe(true);
    expect(
      check('plan', 'one-accountable', { values: { 'roles.activities': rows('data lead, scribe') } }).isMet,
    ).toBe(false);
    expect(
      check('plan', 'one-accountable', { values: { 'roles.activities': rows('секретар і куратор') } }).isMet,
    ).toBe(false);
  });

  it('from tier T2 on every participant needs an answer', () => {
    const answers = {
      newData: true,
      recorded: false,
      sharedOutside: true,
      identifiable: false,
      sensitive: false,
      withheld: false,
    };
    const values = Object.fromEntries(
      Object.entries(answers).map(([key, value]) => [`ethics.${key}`, value]),
    );
    const pending = newConsentRecord('S-7QK4', 'en');
    const given = { ...pending, guardian: 'yes', assent: 'yes' } as const;
    expect(check('ethics', 'consent', { values }).hints).toEqual(['no-participants']);
    expect(check('ethics', 'consent', { values, consent: [given, pending] }).hints).toEqual(['pending']);
    expect(check('ethics', 'consent', { values, consent: [given] }).isMet).toBe(true);
    expect(check('ethics', 'consent', { values: { ...values, 'ethics.sharedOutside': false } }).isMet).toBe(
      true,
    );
  });

  it('data team: data judged not good enough hold the team back, and hypotheses need a verdict', () => {
    const verdict = (value: string) =>
      check('quality', 'good-enough', { values: { 'quality.verdict': value } }, models.datateam);
    expect([verdict('').isMet, verdict('no').isMet, verdict('partly').isMet]).toEqual([false, false, true]);
    const register = (status: string): FieldValues => ({
      'hypotheses.register': [{ id: 'h', statement: 'homework', wouldRefute: 'no link', status }],
    });
    expect(check('interpret', 'decided', { values: register('open') }, models.datateam).isMet).toBe(false);
    expect(check('interpret', 'decided', { values: register('rejected') }, models.datateam).isMet).toBe(true);
  });

  it('journal and data checks count what is there', () => {
    expect(check('act', 'observed', { journalKinds: ['reflection'] }).isMet).toBe(false);
    expect(check('act', 'observed', { journalKinds: ['observation'] }).isMet).toBe(true);
    expect(check('analyse', 'has-data', { datasetCount: 1 }).isMet).toBe(true);
  });

  it('S-L10-08 free guidance shows fewer checks, and blocks for the same reasons', () => {
    const stage = findStage(models.kmt, 'plan');
    if (!stage) throw new Error('no plan stage');
    const results = runExitChecks(stage, checkContext());
    expect(visibleChecks(results, 'guided')).toEqual(results);
    expect(visibleChecks(results, 'free').length).toBeLessThan(results.length);
    expect(blockingChecks(visibleChecks(results, 'free'))).toEqual(blockingChecks(results));
  });
});

describe('S-K-05 workload', () => {
  const activities = (...hours: number[]): FieldValues => ({
    'time.activities': hours.map((value, index) => ({
      id: String(index),
      activity: `activity ${String(index)}`,
      hours: value,
    })),
    'time.budget': 2,
  });

  it('6 h against a 2 h budget raises the notice with the offending activities', () => {
    expect(workload(activities(1, 4, 1))).toEqual({
      hoursPerWeek: 6,
      budget: 2,
      isTooMuch: true,
      offending: [{ activity: 'activity 1', hours: 4 }],
    });
    expect(workload(activities(2, 2, 2)).offending).toHaveLength(2);
    expect(check('plan', 'workload', { values: activities(6) }).isMet).toBe(false);
  });

  it('is quiet within the budget or without one', () => {
    expect(workload(activities(1, 1)).isTooMuch).toBe(false);
    expect(workload({ ...activities(9), 'time.budget': null }).isTooMuch).toBe(false);
  });

  it('counts whole weeks between the planned dates', () => {
    expect(plannedWeeks({ 'time.start': '2026-02-02', 'time.end': '2026-03-30' })).toBe(8);
    expect(plannedWeeks({ 'time.start': '2026-03-30', 'time.end': '2026-02-02' })).toBeNull();
  });
});

describe('field values', () => {
  it.each([
    ['problem.statement', 'text', null],
    ['problem.statement', 3, 'wrong-type'],
    ['problem.groupSize', 12, null],
    ['problem.groupSize', 0, 'out-of-range'],
    ['question.type', 'improve', null],
    ['question.type', 'guess', 'not-an-option'],
    ['time.start', '2026-02-30', 'not-a-date'],
    ['time.start', '2026-02-28', null],
    ['ethics.newData', 'yes', 'wrong-type'],
    ['rationale.links', 'x', 'wrong-type'],
    ['question.sub', [1, 2, 3, 4].map((n) => ({ id: String(n), text: 'q' })), 'too-many-rows'],
    ['question.sub', [{ id: '1', other: 'q' }], 'unknown-column'],
    ['baseline.rows', [{ id: '1', date: 'soon' }], 'not-a-date'],
    ['dataplan.rows', [{ id: '1', perspective: 'dog' }], 'not-an-option'],
    ['time.activities', [{ id: '1', hours: '2' }], 'wrong-type'],
    ['problem.statement', null, null],
  ] as const)('%s with %j: %s', (key, value, problem) => {
    expect(fieldProblem(field(key), value)).toBe(problem);
  });

  it('dates a watched cell when it changes, and never takes the date from the input', () => {
    const indicators = field('indicators.rows');
    const first = stampRows(
      indicators,
      undefined,
      [indicator({ worthSetAt: '1999-01-01T00:00:00.000Z' })],
      '2026-02-01T00:00:00.000Z',
    );
    expect(first).toMatchObject([{ worthSetAt: '2026-02-01T00:00:00.000Z' }]);
    const same = stampRows(
      indicators,
      first,
      [indicator({ indicator: 'renamed', worthSetAt: null })],
      '2026-04-01T00:00:00.000Z',
    );
    expect(same).toMatchObject([{ worthSetAt: '2026-02-01T00:00:00.000Z' }]);
    const moved = stampRows(
      indicators,
      same,
      [indicator({ worthHaving: '2 more' })],
      '2026-04-01T00:00:00.000Z',
    );
    expect(moved).toMatchObject([{ worthSetAt: '2026-04-01T00:00:00.000Z' }]);
  });
});
