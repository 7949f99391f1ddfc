import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';

let library: TestLibrary;
beforeEach(() => {
  library = openTestLibrary();
});
afterEach(async () => {
  await library.close();
});

async function addPaper(title: string, family = 'Halas', year = 2019): Promise<string> {
  const csl = {
    type: 'article-journal' as const,
    title,
    author: [{ family }],
    issued: { 'date-parts': [[year]] },
  };
  return (await library.get('library.create', { csl })).itemId;
}
const undo = () => library.get('history.undo', {});
const keyOf = async (itemId: string) => (await library.get('library.get', { itemId })).citationKey;

describe('related papers', () => {
  it('show on both sides, once, do not count as used, and go with undo', async () => {
    const [one, two] = [await addPaper('One'), await addPaper('Two')];
    expect(await library.get('library.relate', { itemId: one, otherIds: [two, one] })).toEqual({ added: 1 });
    expect(await library.get('library.relate', { itemId: two, otherIds: [one] })).toEqual({ added: 0 });
    expect((await library.get('library.related', { itemId: two })).map(({ title }) => title)).toEqual([
      'One',
    ]);
    expect((await library.get('library.get', { itemId: one })).counts.usedIn).toBe(0);
    await library.get('library.unrelate', { itemId: two, otherId: one });
    expect(await library.call('library.unrelate', { itemId: two, otherId: one })).toMatchObject({
      error: { code: 'library.not-related' },
    });
    await undo();
    await undo();
    expect(await library.get('library.related', { itemId: one })).toEqual([]);
  });
});

describe('citation keys', () => {
  it('are made for papers without one, never for a pinned one, in one step', async () => {
    const [one, two] = [await addPaper('One'), await addPaper('Two')];
    await library.get('settings.set', { citationKeyPattern: '[auth][year]' });
    expect(await library.get('library.makeKeys', {})).toEqual({ changed: 2 });
    expect([await keyOf(one), await keyOf(two)]).toEqual(['Halas2019', 'Halas2019a']);
    await library.get('library.pinKeys', { itemIds: [one] });
    await library.get('settings.set', { citationKeyPattern: 'auth.lower + shorttitle(3,3) + year' });
    expect(await library.get('library.makeKeys', { replace: true })).toEqual({ changed: 1 });
    expect([await keyOf(one), await keyOf(two)]).toEqual(['Halas2019', 'halasTwo2019']);
    await undo();
    expect(await keyOf(two)).toBe('Halas2019a');
  });

  it('written by hand must be free of breaking signs and differ from all others, capitals or not', async () => {
    const [one, two] = [await addPaper('One'), await addPaper('Two')];
    await library.get('library.setKey', { itemId: one, key: 'mine2019' });
    expect((await library.get('library.get', { itemId: one })).isKeyPinned).toBe(true);
    expect(await library.call('library.setKey', { itemId: two, key: 'Mine2019' })).toMatchObject({
      error: { code: 'library.key-taken' },
    });
    expect(await library.call('library.setKey', { itemId: two, key: 'my key{' })).toMatchObject({
      error: { code: 'library.bad-key', details: { key: 'mykey' } },
    });
    expect(await library.call('library.previewKeys', { pattern: '[nobody]' })).toMatchObject({
      error: { code: 'library.bad-key-pattern' },
    });
  });

  it('that a report cites are fixed', async () => {
    const itemId = await addPaper('One');
    await library.get('library.makeKeys', {});
    const { reportId } = await library.get('report.create', {
      templateId: 'practice-case',
      projectId: null,
      title: 'Report',
      language: 'en',
    });
    library.library.core.commands.run('report.updateSection', (change) => {
      const row = library.library.core.db
        .prepare('SELECT id FROM report_section WHERE report_id = ? LIMIT 1')
        .get(reportId) as { id: string };
      change.update('report_section', row.id, {
        body: JSON.stringify({
          type: 'doc',
          content: [{ type: 'citation', attrs: { items: [{ itemId }] } }],
        }),
      });
    });
    expect((await library.get('library.get', { itemId })).isKeyPinned).toBe(true);
  });
});

describe('keys that were given out', () => {
  const cite = async (itemId: string): Promise<void> => {
    const { reportId } = await library.get('report.create', {
      templateId: 'practice-case',
      projectId: null,
      title: 'My report',
      language: 'en',
    });
    library.library.core.commands.run('report.updateSection', (change) => {
      const row = library.library.core.db
        .prepare('SELECT id FROM report_section WHERE report_id = ? LIMIT 1')
        .get(reportId) as { id: string };
      change.update('report_section', row.id, { body: `{"attrs":{"items":[{"itemId":"${itemId}"}]}}` });
    });
  };

  it('are made when missing, come in the order asked for, and are fixed', async () => {
    const [one, two] = [await addPaper('One'), await addPaper('Two')];
    await library.get('settings.set', { citationKeyPattern: '[auth][year]' });
    await library.get('library.setKey', { itemId: two, key: 'mine' });
    expect(await library.get('library.giveKeys', { itemIds: [two, one] })).toEqual({
      keys: ['mine', 'Halas2019'],
      made: 1,
    });
    expect((await library.get('library.get', { itemId: one })).isKeyPinned).toBe(true);
  });

  it('stay when "make keys" is taken back, with the record saying the same, and undo tells how many', async () => {
    const [one, two] = [await addPaper('One'), await addPaper('Two')];
    await library.get('settings.set', { citationKeyPattern: '[auth][year]' });
    await library.get('library.makeKeys', {});
    await library.get('library.pinKeys', { itemIds: [one] });
    expect(await undo()).toMatchObject({ name: 'library.makeKeys', keptKeys: 1 });
    expect([await keyOf(one), await keyOf(two)]).toEqual(['Halas2019', null]);
    expect((await library.get('library.get', { itemId: one })).csl['citation-key']).toBe('Halas2019');
    await undo();
    expect(await library.get('history.redo', {})).toMatchObject({ keptKeys: 0 });
    expect(await library.get('history.redo', {})).toMatchObject({ name: 'library.makeKeys', keptKeys: 0 });
    expect([await keyOf(one), await keyOf(two)]).toEqual(['Halas2019', 'Halas2019a']);
  });

  it('stay in the record when an older edit of it is taken back', async () => {
    const itemId = await addPaper('One');
    await library.get('library.update', { itemId, fields: { publisher: 'Osvita' } });
    await library.get('library.makeKeys', {});
    const key = await keyOf(itemId);
    await library.get('library.pinKeys', { itemIds: [itemId] });
    await undo();
    await undo();
    const { csl, citationKey } = await library.get('library.get', { itemId });
    expect(csl.publisher).toBeUndefined();
    expect([csl['citation-key'], citationKey]).toEqual([key, key]);
  });

  it('change by hand only when the person was asked, and the reports that cite them are named', async () => {
    const itemId = await addPaper('One');
    await library.get('library.makeKeys', {});
    await cite(itemId);
    const key = await keyOf(itemId);
    const refused = { error: { code: 'library.key-fixed', details: { key } } };
    expect(await library.call('library.setKey', { itemId, key: 'other' })).toMatchObject(refused);
    expect(await library.call('library.setKey', { itemId, key: '' })).toMatchObject(refused);
    expect(
      await library.call('library.update', { itemId, fields: { 'citation-key': 'other' } }),
    ).toMatchObject(refused);
    expect(await library.get('library.keyUses', { itemId })).toMatchObject({
      reports: [{ title: 'My report' }],
    });
    expect(await keyOf(itemId)).toBe(key);
    await library.get('library.setKey', { itemId, key: 'other', evenIfFixed: true });
    expect(await keyOf(itemId)).toBe('other');
    await undo();
    expect(await keyOf(itemId)).toBe(key);
  });
});

describe('notes', () => {
  it('as HTML keep a handful of tags and lose everything that acts', async () => {
    const itemId = await addPaper('One');
    const body =
      '<h1>Idea</h1><p onclick="x()">a <b>b</b><script>alert(1)</script><img src=x onerror=y>' +
      '<a href="javascript:z">bad</a><a href="inquiry://item/1" target="_blank">good</a></p>';
    const note = await library.get('notes.create', { itemId, body, format: 'html' });
    expect(note.body).toBe(
      '<h2>Idea</h2><p>a <strong>b</strong><a>bad</a><a href="inquiry://item/1">good</a></p>',
    );
  });

  it('that were plain text become rich with the first change, and undo makes them plain again', async () => {
    const note = await library.get('notes.create', { itemId: null, body: 'a < b' });
    await library.get('notes.update', {
      noteId: note.id,
      body: '<p>a &lt; b, <em>now</em></p>',
      format: 'html',
    });
    expect((await library.get('notes.all', {}))[0]).toMatchObject({ format: 'html', itemTitle: '' });
    await undo();
    expect((await library.get('notes.list', { itemId: null }))[0]).toMatchObject({
      format: 'text',
      body: 'a < b',
    });
  });
});

describe('tags', () => {
  it('merge without tagging a paper twice, and unused ones go, each as one step', async () => {
    const itemIds = [await addPaper('One'), await addPaper('Two')];
    const { tagId: from } = await library.get('tags.apply', { itemIds, tag: { name: 'fluent' } });
    const { tagId: into } = await library.get('tags.apply', {
      itemIds: itemIds.slice(0, 1),
      tag: { name: 'fluency' },
    });
    await library.get('tags.create', { name: 'idle' });
    expect(await library.get('tags.merge', { tagIds: [from], intoId: into })).toEqual({ changed: 1 });
    expect(await library.get('tags.removeUnused', {})).toEqual({ removed: 1 });
    expect(await library.get('tags.list', {})).toMatchObject([{ name: 'fluency', count: 2 }]);
    await undo();
    await undo();
    expect((await library.get('tags.list', {})).map(({ name, count }) => `${name} ${count}`).sort()).toEqual([
      'fluency 1',
      'fluent 2',
      'idle 0',
    ]);
  });
});

describe('the reading log', () => {
  it('holds entries by date, is written as CSV that no spreadsheet runs, and goes with its paper', async () => {
    const itemId = await addPaper('One, "two"');
    const { entryId } = await library.get('reading.add', { itemId, date: '2026-02-03', minutes: 20 });
    await library.get('reading.add', { itemId, date: '2026-02-01', keyIdea: '=1+1' });
    await library.get('reading.update', { entryId, purpose: 'Плани' });
    expect((await library.get('reading.list', { itemId })).map(({ date }) => date)).toEqual([
      '2026-02-03',
      '2026-02-01',
    ]);
    const path = join(library.root, 'log.csv');
    const header = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
    expect(await library.get('reading.export', { path, header })).toEqual({ written: 2 });
    expect(await readFile(path, 'utf8')).toBe(
      '\uFEFFa,b,c,d,e,f,g,h,i\r\n' +
        '2026-02-01,"One, ""two""",Halas,2019,,,\'=1+1,,\r\n' +
        '2026-02-03,"One, ""two""",Halas,2019,20,Плани,,,\r\n',
    );
    expect(await library.call('reading.export', { path: join(path, 'no'), header })).toMatchObject({
      error: { code: 'reading.not-written' },
    });
    await library.get('library.trash', { itemIds: [itemId] });
    await library.get('library.emptyTrash', {});
    expect(await library.call('reading.remove', { entryId })).toMatchObject({
      error: { code: 'reading.missing' },
    });
  });
});
