import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FieldValue } from '@shared/domain/inquiry';
import { openTestLibrary } from '../../builders/open-test-library';
import type { TestLibrary } from '../../builders/open-test-library';
import { itemRow } from '../../builders/rows';
import { olena } from '../../builders/story';

let test: TestLibrary;
beforeEach(() => {
  test = openTestLibrary();
});
afterEach(() => test.close());

const detail = (projectId: string, cycleId: string | null = null) =>
  test.get('inquiry.get', { projectId, cycleId });

async function fill(
  projectId: string,
  cycleId: string,
  values: Readonly<Record<string, FieldValue>>,
): Promise<void> {
  for (const [key, value] of Object.entries(values)) {
    await test.get('inquiry.setField', { projectId, cycleId, key, value });
  }
}

function addItem(title: string): string {
  const item = itemRow({ title });
  test.library.core.commands.run('test.add', (set) => {
    set.insert('item', item);
  });
  return item.id;
}

async function start(modelId: string, title = 'Paired reading, Year 5') {
  const { projectId } = await test.get('inquiry.create', { title, modelId });
  const { cycleId } = await detail(projectId);
  return { projectId, cycleId };
}

describe('story 1: a full kmt cycle', () => {
  it('runs from the problem to a decision that opens cycle 2, survives a restart and is summarised without P2', async () => {
    const { projectId, cycleId } = await start('kmt');
    const [first, second] = [addItem('Ten minutes a day'), addItem('Reading in pairs')];
    for (const stageId of ['problem', 'question', 'others', 'plan', 'ethics', 'act', 'analyse']) {
      await fill(projectId, cycleId, olena[stageId] ?? {});
      if (stageId === 'others') {
        for (const id of [first, second]) {
          await test.get('inquiry.link', {
            projectId,
            cycleId,
            key: 'rationale.links',
            kind: 'item',
            id,
            use: 'adapt',
          });
        }
      }
      if (stageId === 'ethics') {
        await test.get('inquiry.addParticipants', { projectId, count: 12 });
        const { consent, tier } = await detail(projectId);
        expect([tier, consent.length]).toEqual(['T2', 12]);
        await test.get('inquiry.setConsent', {
          ids: consent.map((record) => record.id),
          guardian: 'yes',
          assent: 'yes',
          scopes: { 'use-in-study': true },
        });
      }
      if (stageId === 'act') {
        await test.get('inquiry.writeEntry', {
          projectId,
          cycleId,
          entryId: null,
          kind: 'observation',
          date: '2026-02-20',
          title: 'Week 3',
          description: 'CANARY-NOTE: two pupils swapped roles.',
          interpretation: 'They trust each other.',
          perspective: 'teacher',
          isSmallWin: false,
          privacy: 'P2',
        });
        await test.get('inquiry.writeEntry', {
          projectId,
          cycleId,
          entryId: null,
          kind: 'reflection',
          date: '2026-02-27',
          title: 'Pairs work',
          description: 'Nobody waited.',
          interpretation: '',
          perspective: null,
          isSmallWin: true,
          privacy: 'P1',
        });
      }
      await test.get('inquiry.completeStage', { projectId, stageId });
    }
    await fill(projectId, cycleId, olena['reflect'] ?? {});
    const { cycleId: nextId } = await test.get('inquiry.decide', {
      projectId,
      decision: 'adapt',
      reason: 'Pairs worked; the timing did not.',
    });
    expect(nextId).not.toBe(cycleId);

    test = await test.reopen();
    const after = await detail(projectId);
    expect(after.cycles.map((cycle) => [cycle.number, cycle.decision])).toEqual([
      [1, 'adapt'],
      [2, null],
    ]);
    expect(after.values['question.sub']).toMatchObject([{ text: 'Would three times a week do?' }]);
    expect(after.links.map((link) => link.itemTitle)).toEqual(['Ten minutes a day', 'Reading in pairs']);
    expect(after.consentCounts).toEqual({
      participants: 12,
      usable: 12,
      pending: 0,
      refused: 0,
      withdrawn: 0,
    });

    const summary = await test.get('inquiry.summary', { projectId });
    expect(summary).toMatchObject({
      decision: { kind: 'adapt', cycleNumber: 1 },
      perspectives: ['student', 'teacher', 'parent'],
      rationale: { kind: 'evidence', links: [{ itemId: first, use: 'adapt' }, { itemId: second }] },
      ethics: { tier: 'T2', consent: { usable: 12 } },
      journal: [{ title: 'Pairs work', privacy: 'P1' }],
      roles: [{ activity: 'measuring', accountable: 'data lead' }],
      time: { weeks: 8, plannedHoursPerWeek: 1.5, budgetHoursPerWeek: 2 },
      cycles: [{ number: 1 }, { number: 2 }],
    });
    expect(JSON.stringify(summary)).not.toMatch(/CANARY|S-[2-9A-Z]{4}/);
  });

  it('S-K-04 refuses to sign a stage that is not ready and says so', async () => {
    const { projectId } = await start('kmt');
    expect(await test.call('inquiry.completeStage', { projectId, stageId: 'problem' })).toMatchObject({
      ok: false,
      error: { code: 'inquiry.checks-open', details: { count: 2 } },
    });
  });

  it('undo takes back a signed stage, a link and a new cycle as one step each', async () => {
    const { projectId, cycleId } = await start('kmt');
    await fill(projectId, cycleId, olena['problem'] ?? {});
    await test.get('inquiry.completeStage', { projectId, stageId: 'problem' });
    await test.get('inquiry.decide', { projectId, decision: 'abandon', reason: 'class moved' });
    expect((await detail(projectId)).project.status).toBe('finished');
    await test.get('history.undo', {});
    expect((await detail(projectId)).project.status).toBe('active');
    await test.get('history.undo', {});
    const { runs } = await detail(projectId);
    expect(runs.find((run) => run.stageId === 'problem')?.status).toBe('active');
  });
});

describe('story 2: a data team', () => {
  it('S-L10-05 a rejected hypothesis takes the team back to step 2, keeping the history, in one undoable step', async () => {
    const { projectId, cycleId } = await start('datateam', 'Homework and vocabulary');
    const hypotheses = (h1: string): FieldValue => [
      {
        id: 'h1',
        statement: 'Pupils do not complete homework',
        wouldRefute: 'same scores with and without',
        status: h1,
      },
      {
        id: 'h2',
        statement: 'Pupils lack vocabulary',
        wouldRefute: 'known words do not differ',
        status: 'open',
      },
    ];
    await fill(projectId, cycleId, {
      ...olena['problem'],
      'question.main': 'What lies behind the scores of my class this term?',
      'hypotheses.register': hypotheses('open'),
      'dataplan.rows': olena['plan']?.['dataplan.rows'] ?? null,
      ...olena['ethics'],
      'analyse.finding': 'No difference.',
      'quality.verdict': 'yes',
    });
    for (const stageId of ['problem', 'hypotheses', 'collect', 'quality', 'analyse']) {
      await test.get('inquiry.completeStage', { projectId, stageId });
    }
    const result = await test.get('inquiry.setField', {
      projectId,
      cycleId,
      key: 'hypotheses.register',
      value: hypotheses('rejected'),
    });
    expect(result.returnedTo).toBe('hypotheses');
    const after = await detail(projectId);
    const latest = (stageId: string) => after.runs.findLast((run) => run.stageId === stageId)?.status;
    expect([latest('hypotheses'), latest('collect'), latest('interpret')]).toEqual([
      'active',
      'not-started',
      'not-started',
    ]);
    expect(after.runs.filter((run) => run.status === 'done')).toHaveLength(5);
    expect(after.runs.find((run) => run.status === 'returned')?.stageId).toBe('interpret');
    await test.get('history.undo', {});
    const before = await detail(projectId);
    expect(before.runs.findLast((run) => run.stageId === 'interpret')?.status).toBe('active');
    expect(before.values['hypotheses.register']).toMatchObject([{ status: 'open' }, { status: 'open' }]);
  });
});

describe('signed work is amended, never silently edited (domain 3.6)', () => {
  it('appends a field value after its stage was signed', async () => {
    const { projectId, cycleId } = await start('kmt');
    await fill(projectId, cycleId, olena['problem'] ?? {});
    await test.get('inquiry.completeStage', { projectId, stageId: 'problem' });
    const key = 'problem.tried';
    const result = await test.get('inquiry.setField', {
      projectId,
      cycleId,
      key,
      value: 'extra reading at home, and a club',
    });
    expect(result.isAmendment).toBe(true);
    const { versions } = await test.get('inquiry.fieldHistory', { projectId, cycleId, key });
    expect(versions.map((version) => [version.isAmendment, version.value])).toEqual([
      [false, 'extra reading at home'],
      [true, 'extra reading at home, and a club'],
    ]);
    const after = await detail(projectId);
    expect(after.values[key]).toBe('extra reading at home, and a club');
    expect(after.amendments.map((amendment) => amendment.key)).toEqual([key]);
  });

  it('appends a journal entry after the stage that holds the journal was signed', async () => {
    const { projectId, cycleId } = await start('mini');
    const entry = {
      projectId,
      cycleId,
      kind: 'observation',
      date: '2026-02-20',
      title: 'Week 3',
      description: 'Quiet.',
      interpretation: '',
      perspective: 'teacher',
      isSmallWin: false,
      privacy: 'P2',
    } as const;
    const { entryId } = await test.get('inquiry.writeEntry', { ...entry, entryId: null });
    expect(await test.get('inquiry.writeEntry', { ...entry, entryId, description: 'Quieter.' })).toEqual({
      entryId,
      isAmendment: false,
    });
    await fill(projectId, cycleId, {
      ...olena['problem'],
      ...olena['question'],
      ...olena['plan'],
      ...olena['ethics'],
    });
    await test.get('inquiry.completeStage', { projectId, stageId: 'problem' });
    await test.get('inquiry.completeStage', { projectId, stageId: 'try' });
    const amended = await test.get('inquiry.writeEntry', {
      ...entry,
      entryId,
      description: 'It was the caretaker.',
    });
    expect(amended.isAmendment).toBe(true);
    const { entries } = await test.get('inquiry.journal', { projectId });
    expect(entries.map((found) => [found.description, found.amends])).toEqual([
      ['It was the caretaker.', entryId],
      ['Quieter.', null],
    ]);
    expect(await test.call('inquiry.trashEntry', { entryId })).toMatchObject({
      error: { code: 'inquiry.entry-signed' },
    });
  });

  it('dates "worth having" on the way in', async () => {
    const { projectId, cycleId } = await start('kmt');
    const key = 'indicators.rows';
    await test.get('inquiry.setField', {
      projectId,
      cycleId,
      key,
      value: [{ id: 'i1', indicator: 'words', worthHaving: '5', worthSetAt: '1999-01-01' }],
    });
    const { values } = await detail(projectId);
    expect(values[key]).toMatchObject([{ worthSetAt: expect.stringMatching(/^2026-/) as string }]);
  });
});
