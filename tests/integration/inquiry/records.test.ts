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

describe('switching the model', () => {
  it('previews, then keeps every value and the old runs', async () => {
    const { projectId, cycleId } = await start('kmt');
    await fill(projectId, cycleId, { ...olena['problem'], 'rationale.contextFit': 'smaller groups' });
    await test.get('inquiry.completeStage', { projectId, stageId: 'problem' });
    const preview = await test.get('inquiry.previewModel', { projectId, modelId: 'datateam' });
    expect(preview.hiddenFields).toEqual(['rationale.contextFit']);
    await test.get('inquiry.switchModel', { projectId, modelId: 'datateam' });
    const after = await detail(projectId);
    expect(after.project.modelId).toBe('datateam');
    expect(after.values['rationale.contextFit']).toBe('smaller groups');
    expect(after.runs.findLast((run) => run.stageId === 'problem')?.status).toBe('done');
    expect(after.runs.findLast((run) => run.stageId === 'hypotheses')?.status).toBe('active');
  });
});

describe('consent register', () => {
  it('withdraws without a reason, and a withdrawn participant cannot be changed', async () => {
    const { projectId } = await start('kmt');
    const { pseudonyms } = await test.get('inquiry.addParticipants', {
      projectId,
      pseudonyms: ['S-AAAA'],
      count: 1,
    });
    expect(pseudonyms[0]).toBe('S-AAAA');
    expect(await test.call('inquiry.addParticipants', { projectId, pseudonyms: ['S-AAAA'] })).toMatchObject({
      error: { code: 'inquiry.pseudonym-taken', details: { pseudonym: 'S-AAAA' } },
    });
    const [record] = (await detail(projectId)).consent.filter(({ pseudonym }) => pseudonym === 'S-AAAA');
    const id = record?.id ?? '';
    await test.get('inquiry.setConsent', {
      ids: [id],
      guardian: 'yes',
      assent: 'yes',
      scopes: { quotes: true },
    });
    await test.get('inquiry.withdraw', { id });
    const after = (await detail(projectId)).consent.find((found) => found.id === id);
    expect(after?.withdrawnAt).not.toBeNull();
    expect(after?.scopes.quotes).toBe(false);
    expect(await test.call('inquiry.setConsent', { ids: [id], guardian: 'yes' })).toMatchObject({
      error: { code: 'inquiry.withdrawn' },
    });
  });
});

describe('evidence', () => {
  it('finds papers by Ukrainian words whatever their case, links them once and lets go of them', async () => {
    const { projectId, cycleId } = await start('kmt');
    const id = addItem('Читання в парах');
    addItem('Something else');
    const { candidates } = await test.get('inquiry.findEvidence', { text: 'ЧИТАННЯ парах' });
    expect(candidates.map((candidate) => candidate.id)).toEqual([id]);
    const link = { projectId, cycleId, key: 'rationale.links', kind: 'item', id } as const;
    const { linkId } = await test.get('inquiry.link', link);
    expect(await test.call('inquiry.link', link)).toMatchObject({
      error: { code: 'inquiry.already-linked' },
    });
    await test.get('inquiry.setUse', { linkId, use: 'same age' });
    expect((await detail(projectId)).links).toMatchObject([
      { itemId: id, use: 'same age', fieldKey: 'rationale.links' },
    ]);
    await test.get('inquiry.unlink', { linkId });
    expect((await detail(projectId)).links).toEqual([]);
  });

  it.each([
    ['inquiry.no-target', { id: 'nobody' }],
    ['inquiry.unknown-field', { key: 'problem.statement' }],
    ['inquiry.no-cycle', { cycleId: 'other' }],
    ['inquiry.no-project', { projectId: 'other' }],
  ])('%s', async (code, wrong) => {
    const { projectId, cycleId } = await start('kmt');
    const id = addItem('A paper');
    expect(
      await test.call('inquiry.link', {
        projectId,
        cycleId,
        key: 'rationale.links',
        kind: 'item',
        id,
        ...wrong,
      }),
    ).toMatchObject({ ok: false, error: { code } });
  });
});

describe('projects', () => {
  it('lists cards, latest first, and hides what is in the trash until it is restored', async () => {
    const one = await start('kmt', 'One');
    const two = await start('pdsa', 'Two');
    await fill(one.projectId, one.cycleId, olena['question'] ?? {});
    const titles = async () => (await test.get('inquiry.list', {})).projects.map((project) => project.title);
    expect(await titles()).toEqual(['One', 'Two']);
    await test.get('inquiry.setTrashed', { projectId: two.projectId, isTrashed: true });
    expect(await titles()).toEqual(['One']);
    expect(await test.call('inquiry.get', { projectId: two.projectId })).toMatchObject({
      error: { code: 'inquiry.no-project' },
    });
    await test.get('inquiry.setTrashed', { projectId: two.projectId, isTrashed: false });
    expect(await titles()).toHaveLength(2);
  });

  it('S-L10-08 the guidance level changes nothing that is stored', async () => {
    const { projectId, cycleId } = await start('kmt');
    await fill(projectId, cycleId, olena['problem'] ?? {});
    const { values, runs } = await detail(projectId);
    for (const guidance of ['light', 'free', 'guided'] as const) {
      await test.get('inquiry.update', { projectId, guidance });
      const after = await detail(projectId);
      expect([after.project.guidance, after.values, after.runs]).toEqual([guidance, values, runs]);
    }
  });

  it('starts from given values, as a case to build on does', async () => {
    const { projectId } = await test.get('inquiry.create', {
      title: 'Adapted',
      modelId: 'kmt',
      guidance: 'light',
      basedOn: { caseId: 'c', version: '1', title: 'Paired talk', changes: '' },
      values: {
        'problem.statement': 'Few pupils talk',
        'indicators.rows': [{ id: 'i', indicator: 'talk', worthHaving: '1' }],
      },
    });
    const after = await detail(projectId);
    expect(after.project.basedOn?.title).toBe('Paired talk');
    expect(after.values['problem.statement']).toBe('Few pupils talk');
    expect(after.values['indicators.rows']).toMatchObject([{ worthSetAt: expect.any(String) as string }]);
  });

  it.each([
    ['inquiry.title-needed', { title: '  ', modelId: 'kmt' }],
    ['inquiry.unknown-model', { title: 'x', modelId: 'nope' }],
    ['inquiry.unknown-field', { title: 'x', modelId: 'kmt', values: { 'a.b': 'c' } }],
    ['inquiry.field-wrong-type', { title: 'x', modelId: 'kmt', values: { 'problem.groupSize': 'many' } }],
  ])('%s', async (code, input) => {
    expect(await test.call('inquiry.create', input)).toMatchObject({ ok: false, error: { code } });
  });
});
