import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { all, query } from '@db/query';
import { buildContent } from '../../builders/build-content';
import { resourcesFolder } from '../../builders/content-files';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';
import { readPdf } from '../../builders/read-pdf';

describe('the sample library', () => {
  let test: TestLibrary;
  // The papers are rendered before a build; a run of this file alone renders them itself.
  beforeAll(async () => {
    await buildContent();
  });
  beforeEach(() => {
    test = openTestLibrary();
  });
  afterEach(() => test.close());

  const items = () =>
    all(test.library.core.db, query.selectFrom('item').selectAll().where('trashed_at', 'is', null));

  it('fills a library with invented records, marked as such, and their papers', async () => {
    expect(await test.get('learn.addSamples', { language: 'en' })).toEqual({ added: 10, present: 0 });
    const rows = items();
    expect(rows).toHaveLength(10);
    for (const row of rows) {
      expect(row.is_sample).toBe(1);
      expect(row.csl).toMatch(/[Ii]nvented|[Вв]игадан/u);
    }
    expect(rows.filter((row) => row.language === 'uk')).toHaveLength(2);
    const db = test.library.core.db;
    const tagged = all(
      db,
      query
        .selectFrom('item_tag')
        .innerJoin('tag', 'tag.id', 'item_tag.tag_id')
        .select('item_tag.item_id')
        .where('tag.name', '=', 'sample'),
    );
    expect(tagged).toHaveLength(10);
    const files = all(db, query.selectFrom('attachment').selectAll());
    expect(files).toHaveLength(5);
    for (const file of files) {
      expect(existsSync(join(test.library.core.paths.files, file.file_id.slice(0, 2), file.file_id))).toBe(
        true,
      );
    }
  });

  it('gives teaching papers their page count and the fingerprint that a reader sees', async () => {
    await test.get('learn.addSamples', { language: 'en' });
    const paper = await test.get('learn.paper', { paperId: 'tp-rct' });
    const info = await test.get('files.attachmentInfo', { attachmentId: paper.attachmentId ?? '' });
    const pdf = await readPdf(
      readFileSync(join(resourcesFolder, 'generated', 'teaching-papers', 'tp-rct.pdf')),
    );
    expect(info).toMatchObject({ pageCount: pdf.pages.length, fingerprint: pdf.fingerprint });
  });

  it('comes by itself only into a library that never held anything', async () => {
    const first = { language: 'uk', onlyFirstRun: true } as const;
    expect(await test.get('learn.addSamples', first)).toEqual({ added: 10, present: 0 });
    await test.get('history.undo', {});
    expect(items()).toHaveLength(0);
    expect(await test.get('learn.addSamples', first)).toEqual({ added: 0, present: 0 });
  });

  it('adds nothing twice, brings back what was deleted, and is one step of undo', async () => {
    await test.get('learn.addSamples', { language: 'en' });
    expect(await test.get('learn.addSamples', { language: 'uk' })).toEqual({ added: 0, present: 10 });
    const paper = await test.get('learn.paper', { paperId: 'tp-rct' });
    test.library.core.commands.run('test.trash', (change) => {
      change.update('item', paper.itemId ?? '', { trashed_at: '2026-01-16T08:00:00.000Z' });
    });
    expect(await test.get('learn.paper', { paperId: 'tp-rct' })).toMatchObject({
      attachmentId: null,
      itemId: null,
    });
    expect(await test.get('learn.addSamples', { language: 'en' })).toEqual({ added: 1, present: 9 });
    expect((await test.get('learn.paper', { paperId: 'tp-rct' })).attachmentId).not.toBeNull();
    await test.get('history.undo', {});
    expect(items()).toHaveLength(9);
  });
});
