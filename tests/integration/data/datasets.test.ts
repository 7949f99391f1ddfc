import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput, CallOutput } from '@shared/ipc/contract';
import { unsealBytes } from '../../../electron/library/adapters/sealed-file';
import { createKeyVault } from '../../../electron/library/adapters/key-vault';
import { addProject, changeConsent, type SampleProject } from '../../builders/inquiry-project';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';
import { G2, valueOf } from '../../builders/scores';

const PASSPHRASE = 'seven slow herons wade';
const NAMES = [
  'Ярина',
  'Остап',
  'Ілля',
  'Тарас',
  'Зоряна',
  'Марко',
  'Лілія',
  'Юхим',
  'Дарина',
  'Гнат',
  'Ніна',
  'Федір',
];
const CODES = NAMES.map((_, i) => `S-${'ACDEFGHJKMNP'.charAt(i)}7QK`);

/** Where the teacher's own files are: outside the library. */
let desktop: string;
let library: TestLibrary;
let project: SampleProject;

beforeEach(() => {
  desktop = mkdtempSync(join(tmpdir(), 'desktop-'));
  library = openTestLibrary();
  project = addProject(library, CODES);
});
afterEach(async () => {
  await library.close();
  rmSync(desktop, { recursive: true });
});

const csv = (ids: readonly string[]): string =>
  ['учень;до;після', ...ids.map((id, i) => `${id};${String(G2.pre[i])};${String(G2.post[i])}`)].join('\r\n');

function fileWith(text: string): string {
  const path = join(desktop, 'fluency.csv');
  writeFileSync(path, text);
  return path;
}

const measure: CallInput<'data.importTable'>['measure'] = {
  name: 'Oral reading fluency',
  unit: 'words per minute',
  type: 'teacher-made',
  better: 'higher',
  ordinal: false,
  selectedLow: true,
  wholeMean: 88,
};

async function importText(
  text: string,
  over: Partial<CallInput<'data.importTable'>> = {},
): Promise<CallOutput<'data.importTable'>> {
  const source = { kind: 'file', path: fileWith(text) } as const;
  const preview = await library.get('data.previewTable', { projectId: project.projectId, source });
  if (!preview.recipe) throw new Error('No recipe');
  return library.get('data.importTable', {
    projectId: project.projectId,
    cycleId: project.cycleId,
    source,
    sha256: preview.sha256,
    recipe: preview.recipe,
    measure,
    perspective: 'student',
    key: { mode: 'none' },
    ...over,
  });
}

const analysis = async (): Promise<CallOutput<'data.analyses'>[number]> => {
  const [only] = await library.get('data.analyses', { projectId: project.projectId });
  if (!only) throw new Error('No analysis');
  return only;
};

/** Every byte of every file in the library folder, to look for what must not be there. */
function everything(folder: string): Buffer {
  const parts = readdirSync(folder).map((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? everything(path) : readFileSync(path);
  });
  return Buffer.concat(parts);
}

describe('importing scores', () => {
  it('story 1: twelve readers, their numbers, and the same after a restart', async () => {
    const imported = await importText(csv(CODES));
    expect(imported).toMatchObject({ people: 12, complete: 12 });
    const before = await analysis();
    expect(before.result).toMatchObject({ n: 12, counts: { gained: 10, lost: 1, same: 1 } });
    expect(before.result.change?.difference).toBe(7);
    expect(before.result.change?.effect?.value).toBeCloseTo(0.587, 3);
    library = await library.reopen();
    expect(await analysis()).toEqual(before);
  });

  it('shows every issue before anything is kept', async () => {
    const text = 'id,pre,post\np1,40,50\np2,abs,61\np3,55,105\np4,48,52\np4,49,53\np5,60,abs\n';
    const preview = await library.get('data.previewTable', {
      projectId: project.projectId,
      source: { kind: 'text', text },
      choices: { range: { min: 0, max: 100 } },
    });
    expect(preview.check?.issues.map((one) => one.kind).sort()).toEqual([
      'duplicate-id',
      'missing-score',
      'missing-score',
      'out-of-range',
    ]);
    expect(preview.check).toMatchObject({ people: 4, complete: 1, knownPseudonyms: 0 });
    expect(await library.get('data.datasets', { projectId: project.projectId })).toEqual([]);
  });

  it('keeps names out of every byte of the library, with a key and without', async () => {
    await importText(csv(NAMES), { key: { mode: 'keep', passphrase: PASSPHRASE } });
    const other = addProject(library);
    project = other;
    await importText(csv(NAMES), { key: { mode: 'none' } });
    library.library.core.db.pragma('wal_checkpoint(TRUNCATE)');
    const bytes = everything(library.root);
    for (const name of NAMES) expect(bytes.includes(Buffer.from(name)), name).toBe(false);
    expect(bytes.includes(Buffer.from(PASSPHRASE))).toBe(false);
  });

  it('the key gives names for its passphrase, the raw file comes back unchanged, and a second file keeps pseudonyms', async () => {
    const first = await importText(csv(NAMES), { key: { mode: 'keep', passphrase: PASSPHRASE } });
    const { projectId } = project;
    const who = await library.get('data.openKey', { projectId, passphrase: PASSPHRASE });
    expect(who.map((entry) => entry.identifier).sort()).toEqual(
      NAMES.map((name) => name.toLowerCase()).sort(),
    );
    expect(await library.call('data.openKey', { projectId, passphrase: 'not the one at all' })).toMatchObject(
      {
        ok: false,
        error: { code: 'data.key-wrong-passphrase' },
      },
    );
    const second = await importText(csv([...NAMES].reverse()), {
      key: { mode: 'keep', passphrase: PASSPHRASE },
    });
    const rows = async (datasetId: string): Promise<string[]> =>
      (await library.get('data.dataset', { datasetId })).rows.map((row) => row.pseudonym).sort();
    expect(await rows(second.datasetId)).toEqual(await rows(first.datasetId));

    const { raw } = await library.get('data.dataset', { datasetId: first.datasetId });
    expect(raw.kept).toBe('sealed');
    const table = valueOf(await createKeyVault(library.library.core.paths.keys).open(projectId, PASSPHRASE));
    const fileId = library.library.core.db
      .prepare<[string], { file_id: string }>('SELECT file_id FROM dataset WHERE id = ?')
      .get(first.datasetId)?.file_id;
    const sealed = readFileSync(join(library.root, 'files', String(fileId).slice(0, 2), String(fileId)));
    const opened = valueOf(unsealBytes(sealed, table.fileKeys.get(String(fileId)) ?? ''));
    expect(Buffer.from(opened).toString('utf8')).toBe(csv(NAMES));
  });

  it('a project with a key goes on with it; a destroyed key is gone', async () => {
    await importText(csv(NAMES), { key: { mode: 'keep', passphrase: PASSPHRASE } });
    const { projectId } = project;
    await expect(importText(csv(NAMES), { key: { mode: 'none' } })).rejects.toThrow('data.key-exists');
    expect(await library.get('data.destroyKey', { projectId })).toEqual({ destroyed: true });
    expect(await library.call('data.openKey', { projectId, passphrase: PASSPHRASE })).toMatchObject({
      ok: false,
      error: { code: 'data.key-not-kept' },
    });
    expect(readdirSync(library.library.core.paths.keys)).toEqual([]);
  });

  it('rows stand in no order that gives the class list away', async () => {
    const { datasetId } = await importText(csv(NAMES));
    const rows = library.library.core.db
      .prepare<[string], { row_values: string }>(
        'SELECT row_values FROM dataset_row WHERE dataset_id = ? ORDER BY id',
      )
      .all(datasetId);
    const order = rows.map((row) => /"before":(\d+)/u.exec(row.row_values)?.[1]);
    expect([...order].sort()).toEqual(G2.pre.map(String).sort());
    expect(order).not.toEqual(G2.pre.map(String));
  });

  it.each<[string, Partial<CallInput<'data.importTable'>>]>([
    ['data.file-changed', { sha256: '0'.repeat(64) }],
    ['data.project-not-found', { projectId: '01890000-0000-7000-8000-00000000dead' }],
    ['data.cycle-not-found', { cycleId: '01890000-0000-7000-8000-00000000dead' }],
    ['data.file-not-found', { source: { kind: 'file', path: '/nowhere/at-all.csv' } }],
    ['data.passphrase-too-short', { key: { mode: 'keep', passphrase: 'short' } }],
  ])('%s leaves nothing behind', async (code, over) => {
    const files = readdirSync(library.library.core.paths.files);
    await expect(importText(csv(NAMES), over)).rejects.toThrow(code);
    expect(await library.get('data.datasets', { projectId: project.projectId })).toEqual([]);
    expect(readdirSync(library.library.core.paths.files)).toEqual(files);
  });

  it('a table without one usable row is refused', async () => {
    const text = 'id,pre,post\np1,1,2\np1,3,4\n';
    await expect(importText(text)).rejects.toThrow('data.no-usable-rows');
  });
});

describe('withdrawal', () => {
  it('story 1: n = 11 and its numbers, marked as changed until seen; undo takes it back whole', async () => {
    await importText(csv(CODES));
    const leaver = CODES[11] ?? '';
    const { projectId } = project;
    const before = await analysis();
    expect(await library.get('data.withdraw', { projectId, pseudonym: leaver })).toEqual({
      rows: 1,
      analysesChanged: 1,
    });
    const after = await analysis();
    expect(after.changedBecause).toBe('withdrawal');
    expect(after.previous?.n).toBe(12);
    expect(after.inputs).not.toBe(before.inputs);
    expect(after.result.n).toBe(11);
    expect(after.result.before.mean).toBeCloseTo(55.4, 1);
    expect(after.result.after.mean).toBeCloseTo(62.2, 1);
    expect(after.result.change?.difference).toBeCloseTo(6.8, 1);
    expect(after.result.change?.interval.low).toBeCloseTo(3.6, 1);
    expect(after.result.change?.interval.high).toBeCloseTo(10.1, 1);
    expect(after.result.change?.effect?.value).toBeCloseTo(0.54, 2);
    await library.get('data.acknowledgeChange', { analysisId: after.id });
    expect((await analysis()).changedBecause).toBeNull();
    await library.get('history.undo', {});
    await library.get('history.undo', {});
    expect(await analysis()).toEqual(before);
  });

  it('follows the consent register in the same undo step, whoever writes to it', async () => {
    await importText(csv(CODES));
    changeConsent(library, project, CODES[11] ?? '', { withdrawn_at: '2026-02-01T00:00:00.000Z' });
    await Promise.resolve();
    expect((await analysis()).result.n).toBe(11);
    changeConsent(library, project, CODES[0] ?? '', { guardian_consent: 'no' });
    await Promise.resolve();
    expect(await analysis()).toMatchObject({ changedBecause: 'consent', result: { n: 10 } });
    await library.get('history.undo', {});
    expect((await analysis()).result.n).toBe(11);
    await library.get('history.undo', {});
    expect((await analysis()).result.n).toBe(12);
    await library.get('history.redo', {});
    expect((await analysis()).result.n).toBe(11);
  });

  it('a pupil who withdrew before does not come in with a new file', async () => {
    changeConsent(library, project, CODES[11] ?? '', { withdrawn_at: '2026-02-01T00:00:00.000Z' });
    await importText(csv(CODES));
    expect(await analysis()).toMatchObject({ changedBecause: null, previous: null, result: { n: 11 } });
    const [dataset] = await library.get('data.datasets', { projectId: project.projectId });
    expect(dataset).toMatchObject({ included: 11, excluded: 1 });
  });

  it('catches up at start when the process ended between consent and results', async () => {
    await importText(csv(CODES));
    library.library.core.db
      .prepare('UPDATE consent SET withdrawn_at = ? WHERE pseudonym = ?')
      .run('2026-02-01T00:00:00.000Z', CODES[11]);
    library = await library.reopen();
    expect((await analysis()).result.n).toBe(11);
  });

  it('somebody unknown cannot be withdrawn', async () => {
    await importText(csv(CODES));
    expect(
      await library.call('data.withdraw', { projectId: project.projectId, pseudonym: 'S-ZZZZ' }),
    ).toMatchObject({
      ok: false,
      error: { code: 'data.pseudonym-not-found' },
    });
  });
});

describe('what may leave the computer', () => {
  it('aggregates from ten on, nothing below, never a row', async () => {
    await importText(csv(CODES));
    const { projectId } = project;
    const [shared] = await library.get('data.sharedAnalyses', { projectId });
    expect(shared?.result).toMatchObject({ kind: 'aggregate', n: 12 });
    expect(JSON.stringify(shared)).not.toMatch(/S-[A-Z0-9]{4}/u);
    for (const code of CODES.slice(0, 3)) await library.get('data.withdraw', { projectId, pseudonym: code });
    const [withheld] = await library.get('data.sharedAnalyses', { projectId });
    expect(withheld?.result).toEqual({ kind: 'withheld', groupBelow: 10 });
  });

  it('claim level: L1 with one view, L2 with three', async () => {
    const { projectId } = project;
    expect(await library.get('data.claim', { projectId })).toMatchObject({ level: 0 });
    await importText(csv(CODES));
    expect(await library.get('data.claim', { projectId })).toMatchObject({
      level: 1,
      next: 'perspectives-or-cycle',
    });
    library.library.core.commands.run('test.journal', (change) => {
      for (const perspective of ['teacher', 'parent']) {
        change.insert('journal_entry', {
          id: library.library.core.ids.next(),
          project_id: projectId,
          cycle_id: project.cycleId,
          kind: 'observation',
          date: '2026-01-20',
          title: '',
          description: 'read aloud with less halting',
          interpretation: '',
          details: '{}',
          perspective,
          is_small_win: 0,
          privacy_class: 'P2',
          created_at: '2026-01-20T08:00:00.000Z',
          updated_at: '2026-01-20T08:00:00.000Z',
          trashed_at: null,
        });
      }
    });
    expect(await library.get('data.claim', { projectId })).toMatchObject({
      level: 2,
      perspectives: ['parent', 'student', 'teacher'],
    });
  });
});

describe('a dataset', () => {
  it('turned direction recomputes, other facts do not; removal tells what loses its evidence and can be undone', async () => {
    const { datasetId, analysisId } = await importText(csv(CODES));
    const { projectId } = project;
    expect(await library.get('data.setMeasure', { datasetId, measure: { unit: 'wpm' } })).toEqual({
      changed: true,
    });
    expect((await analysis()).changedBecause).toBeNull();
    expect(await library.get('data.setMeasure', { datasetId, measure: { unit: 'wpm' } })).toEqual({
      changed: false,
    });
    await library.get('data.setMeasure', { datasetId, measure: { better: 'lower' } });
    expect(await analysis()).toMatchObject({
      changedBecause: 'measure',
      result: { counts: { gained: 1, lost: 10 } },
    });
    library.library.core.commands.run('test.link', (change) => {
      change.insert('link', {
        id: library.library.core.ids.next(),
        from_kind: 'claim',
        from_id: 'c1',
        relation: 'supports',
        to_kind: 'analysis',
        to_id: analysisId,
        payload: '{}',
        created_at: '2026-01-20T08:00:00.000Z',
      });
    });
    expect(await library.get('data.removeDataset', { datasetId })).toEqual({ claimsLeftWithout: 1 });
    expect(await library.get('data.analyses', { projectId })).toEqual([]);
    expect(await library.call('data.dataset', { datasetId })).toMatchObject({
      ok: false,
      error: { code: 'data.dataset-not-found' },
    });
    await library.get('history.undo', {});
    expect((await analysis()).id).toBe(analysisId);
  });
});
