import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput } from '@shared/ipc/contract';
import { readPackage } from '../../../electron/library/adapters/case-package/read-package';
import { writePackage } from '../../../electron/library/adapters/case-package/write-package';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';

const SCORES = `pupil,pre,post
${[42, 55, 61, 48, 70, 38, 66, 52, 59, 45, 73, 51]
  .map(
    (pre, index) =>
      `Pupilname${'ABCDEFGHIJKL'[index] ?? ''},${String(pre)},${String([53, 60, 70, 49, 81, 47, 66, 63, 66, 44, 85, 60][index])}`,
  )
  .join('\n')}
`;

async function projectWithData(test: TestLibrary, folder: string): Promise<string> {
  const { projectId } = await test.get('inquiry.create', {
    title: 'Paired reading, Year 5',
    modelId: 'kmt',
    guidance: 'guided',
  });
  const { cycle } = await firstCycle(test, projectId);
  for (const [key, value] of [
    ['problem.statement', '12 of 26 pupils read below 90 words a minute.'],
    ['change.name', 'Ten minutes of paired reading'],
    ['context.setting', 'A primary school in a town'],
  ] as const) {
    await test.get('inquiry.setField', { projectId, cycleId: cycle, key, value });
  }
  const path = join(folder, 'fluency.csv');
  writeFileSync(path, SCORES);
  const preview = await test.get('data.previewTable', { projectId, source: { kind: 'file', path } });
  if (!preview.recipe) throw new Error('the table was not understood');
  await test.get('data.importTable', {
    projectId,
    cycleId: cycle,
    source: { kind: 'file', path },
    sha256: preview.sha256,
    recipe: preview.recipe,
    measure: {
      name: 'Words per minute',
      unit: 'words',
      type: 'observation',
      better: 'higher',
      ordinal: false,
      selectedLow: true,
      wholeMean: null,
    },
    perspective: 'student',
    key: { mode: 'none' },
  });
  return projectId;
}

async function firstCycle(test: TestLibrary, projectId: string): Promise<{ cycle: string }> {
  const detail = await test.get('inquiry.get', { projectId, cycleId: null });
  const cycle = detail.cycles[0]?.id;
  if (cycle === undefined) throw new Error('no cycle');
  return { cycle };
}

describe('exchange', () => {
  let test: TestLibrary;
  let other: TestLibrary;
  let folder: string;
  beforeEach(() => {
    test = openTestLibrary();
    other = openTestLibrary();
    folder = mkdtempSync(join(tmpdir(), 'inquiry-exchange-'));
  });
  afterEach(async () => {
    await test.close();
    await other.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const complete = {
    creators: ['A. Teacher'],
    threats: ['maturation' as const],
    limitations: 'One class.',
    differently: 'Start earlier.',
    advice: 'For Year 5.',
  };

  async function publish(): Promise<{ path: string; projectId: string }> {
    const projectId = await projectWithData(test, folder);
    const draft = await test.get('exchange.draft', { projectId });
    const path = join(folder, 'case.inquiry.zip');
    await test.get('exchange.publish', {
      projectId,
      reportId: null,
      fields: { ...draft.fields, ...complete },
      path,
    });
    return { path, projectId };
  }

  it('publishes, is opened elsewhere as unchanged, and an adaptation keeps its lineage and licence', async () => {
    const { path } = await publish();
    const seen = await other.get('exchange.inspect', { path });
    expect(seen).toMatchObject({ integrity: 'verified', changed: [], known: false });
    expect(seen.record.impact.outcomes[0]).toMatchObject({ n: 12, change: 7 });
    const { id } = await other.get('exchange.import', { path });
    expect((await other.call('exchange.import', { path })).ok).toBe(false);
    const { projectId } = await other.get('exchange.startFrom', {
      id,
      title: 'Paired reading, Year 4',
      modelId: 'mini',
      changes: 'Younger pupils.',
    });
    const draft = await other.get('exchange.draft', { projectId });
    expect(draft.allowedLicences).not.toContain('CC0-1.0');
    const adapted = await other
      .get('exchange.publish', {
        projectId,
        reportId: null,
        fields: { ...draft.fields, ...complete, title: 'Adapted' },
        path: join(folder, 'adapted.inquiry.zip'),
      })
      .catch((error: unknown) => String(error));
    // A story without a described intervention is not complete: it says so and writes nothing.
    expect(adapted).toContain('exchange.incomplete');
    const detail = await other.get('inquiry.get', { projectId, cycleId: null });
    const cycleId = detail.cycles[0]?.id ?? '';
    await other.get('inquiry.setField', {
      projectId,
      cycleId,
      key: 'change.name',
      value: 'Paired reading, five minutes',
    });
    await other.get('inquiry.setField', {
      projectId,
      cycleId,
      key: 'context.setting',
      value: 'A village school',
    });
    const entry: CallInput<'inquiry.writeEntry'> = {
      projectId,
      cycleId,
      kind: 'observation',
      date: '2026-02-01',
      title: 'First week',
      description: 'Pairs settled.',
      interpretation: '',
      perspective: 'teacher',
      isSmallWin: false,
      entryId: null,
      privacy: 'P1',
    };
    await other.get('inquiry.writeEntry', entry);
    const published = await other.get('exchange.publish', {
      projectId,
      reportId: null,
      fields: { ...draft.fields, ...complete, title: 'Adapted' },
      path: join(folder, 'adapted.inquiry.zip'),
    });
    const view = await other.get('exchange.get', { id: published.id });
    expect(view.lineage).toEqual([
      expect.objectContaining({
        caseId: seen.record.caseId,
        version: 1,
        changes: 'Younger pupils.',
        localId: id,
      }),
    ]);
    expect((await other.get('exchange.get', { id })).adaptations.map((child) => child.id)).toEqual([
      published.id,
    ]);
  });

  it('never lets rows, names or pseudonyms out: canaries in every file of the package', async () => {
    const { path, projectId } = await publish();
    const read = await readPackage(path);
    if (!read.ok) throw new Error(read.error.code);
    const pseudonyms = (
      await test.get('data.dataset', {
        datasetId: (await test.get('data.datasets', { projectId }))[0]?.id ?? '',
      })
    ).rows;
    for (const [name, bytes] of read.value) {
      const text = new TextDecoder().decode(bytes);
      expect(text, name).not.toMatch(/Pupilname/);
      expect(text, name).not.toContain(test.root);
      for (const row of pseudonyms) expect(text, name).not.toContain(row.pseudonym);
    }
    expect([...read.value.keys()]).toEqual(
      expect.arrayContaining([
        'ro-crate-metadata.json',
        'ro-crate-preview.html',
        'case.json',
        'manifest-sha256.txt',
        'data/aggregate-outcomes.csv',
      ]),
    );
  });

  it('refuses to publish a name from the class list and writes nothing', async () => {
    const projectId = await projectWithData(test, folder);
    const draft = await test.get('exchange.draft', { projectId });
    const path = join(folder, 'leak.inquiry.zip');
    const fields = { ...draft.fields, ...complete, advice: 'Ask PupilnameC how it went.' };
    const result = await test.call('exchange.publish', {
      projectId,
      reportId: null,
      fields,
      path,
      names: ['PupilnameC'],
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'exchange.check-failed' } });
    expect(() => readFileSync(path)).toThrow();
    const check = await test.get('exchange.check', {
      projectId,
      reportId: null,
      fields,
      names: ['PupilnameC'],
    });
    expect(check.findings).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'name', excerpt: 'PupilnameC' })]),
    );
  });

  it('notices one changed byte, refuses unless accepted, and marks the case', async () => {
    const { path } = await publish();
    const read = await readPackage(path);
    if (!read.ok) throw new Error(read.error.code);
    const changed = [...read.value].map(([name, bytes]) => {
      const copy = Uint8Array.from(bytes);
      if (name === 'references.bib') return { path: name, bytes: new TextEncoder().encode(' ') };
      return { path: name, bytes: copy };
    });
    const tampered = join(folder, 'tampered.inquiry.zip');
    await writePackage(tampered, changed, '2026-01-15T08:00:00.000Z');
    expect(await other.get('exchange.inspect', { path: tampered })).toMatchObject({
      integrity: 'unverified',
      changed: ['references.bib'],
    });
    expect(await other.call('exchange.import', { path: tampered })).toMatchObject({
      ok: false,
      error: { code: 'exchange.changed-files' },
    });
    expect((await other.get('exchange.list', {})).cases).toEqual([]);
    const { id } = await other.get('exchange.import', { path: tampered, acceptUnverified: true });
    expect((await other.get('exchange.get', { id })).card.integrity).toBe('unverified');
  });

  it('can be undone', async () => {
    const { path } = await publish();
    await other.get('exchange.import', { path });
    await other.get('history.undo', {});
    expect((await other.get('exchange.list', {})).cases).toEqual([]);
  });
});
