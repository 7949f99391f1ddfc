import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CslItem } from '@shared/domain/bibliography';
import { ok } from '@shared/lib/result';
import type { OnlineTime } from '../../../electron/library/services/online-client';
import {
  crossrefAnswer,
  crossrefList,
  crossrefWork,
  DOI,
  ericAnswer,
  ericDoc,
  openalexList,
  openalexWork,
  retractedWork,
  unpaywallAnswer,
} from '../../builders/online-answers';
import { httpTo, replayServer, type ReplayServer } from '../../builders/online-replay';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';

let server: ReplayServer;
let desk: TestLibrary;
let now = Date.parse('2026-01-15T08:00:00Z');

const time: OnlineTime = {
  now: () => now,
  random: () => 0.5,
  sleep: (ms) => {
    now += ms;
    return Promise.resolve();
  },
};
const requestId = '0190a000-0000-7000-8000-000000000001';
const query = { text: 'paired reading' };

beforeEach(async () => {
  server = await replayServer();
  desk = openTestLibrary({
    http: httpTo(server.base),
    onlineTime: time,
    host: {
      sealSecret: (text) => Promise.resolve(ok(Buffer.from(text).toString('base64'))),
      openSecret: (sealed) => Promise.resolve(ok(Buffer.from(sealed, 'base64').toString())),
    },
  });
  await desk.get('settings.set', { networkEnabled: true });
});

afterEach(async () => {
  await desk.close();
  await server.close();
});

const create = async (csl: Partial<CslItem>): Promise<string> =>
  (await desk.get('library.create', { csl: { type: 'article-journal', ...csl } })).itemId;

describe('completing a record', () => {
  it('proposes fields with their sources, writes the approved ones as one step, and undo takes them back', async () => {
    server.on('crossref', { body: crossrefAnswer });
    server.on('eric', { body: ericAnswer(ericDoc) });
    server.on('openalex', { body: openalexWork });
    const itemId = await create({ title: 'Paired reading in small schools & its limits', DOI, volume: '11' });
    const { proposals, asked } = await desk.get('online.propose', { itemId, requestId });
    expect(asked.map(({ service, state }) => [service, state])).toEqual([
      ['crossref', 'found'],
      ['eric', 'not-found'],
      ['openalex', 'found'],
    ]);
    expect(proposals).toContainEqual({
      field: 'volume',
      current: '11',
      proposed: '12',
      source: 'crossref',
      agreeing: ['openalex'],
    });
    await desk.get('online.apply', { itemId, fields: ['volume', 'author', 'issued'] });
    const item = await desk.get('library.get', { itemId });
    expect(item.csl).toMatchObject({ volume: '12', issued: { 'date-parts': [[2019, 3, 14]] } });
    expect(item.authors).toBe('Halas, Verbova');
    expect(item.provenance['author']).toMatchObject({ source: 'crossref', approved: true });
    expect(item.csl.issue).toBeUndefined();
    await desk.get('history.undo', {});
    expect((await desk.get('library.get', { itemId })).csl).toMatchObject({ volume: '11' });
  });

  it('takes descriptors and level from ERIC when the title is the same', async () => {
    server.on('crossref', { body: crossrefList() });
    server.on('eric', { body: ericAnswer({ ...ericDoc, id: 'EJ1', title: 'Another' }, ericDoc) });
    const itemId = await create({ title: ericDoc.title });
    await desk.get('online.propose', { itemId, requestId });
    await desk.get('online.apply', { itemId, fields: ['education.phase', 'call-number'] });
    const row = desk.library.core.db.prepare('SELECT education, csl FROM item WHERE id = ?').get(itemId);
    expect(row).toMatchObject({ education: '{"phase":["1","2","3"]}' });
    expect(JSON.stringify(row)).toContain('EJ1999001');
  });

  it('does not take the nearest title for the same one', async () => {
    server.on('crossref', {
      body: crossrefList({ ...crossrefWork, title: ['Something else'], subtitle: [] }),
    });
    server.on('eric', { body: ericAnswer() });
    const itemId = await create({ title: 'Paired reading' });
    expect((await desk.get('online.propose', { itemId, requestId })).proposals).toEqual([]);
  });

  it('asks doi.org for what Crossref does not have', async () => {
    server.on('doi.org', { body: { type: 'dataset', title: 'Scores of pairs', publisher: 'Archive' } });
    const itemId = await create({ title: 'Scores of pairs', DOI });
    const { proposals } = await desk.get('online.propose', { itemId, requestId });
    expect(proposals).toContainEqual(expect.objectContaining({ field: 'publisher', source: 'doi' }));
  });

  it('tells what each service said when one is out of order', async () => {
    server.on('crossref', { status: 500 });
    server.on('doi.org', { status: 406 });
    server.on('openalex', { body: openalexWork });
    const itemId = await create({ title: 'x', DOI });
    const { asked, proposals } = await desk.get('online.propose', { itemId, requestId });
    expect(asked.map(({ service, failure }) => [service, failure?.code ?? ''])).toEqual([
      ['crossref', 'online.service-down'],
      ['doi', 'online.no-format'],
      ['eric', 'online.not-found'],
      ['openalex', ''],
    ]);
    expect(proposals.length).toBeGreaterThan(0);
  });

  it('writes nothing that was not proposed', async () => {
    const itemId = await create({ title: 'x' });
    expect(await desk.call('online.apply', { itemId, fields: ['volume'] })).toMatchObject({
      error: { code: 'online.proposals-gone' },
    });
  });
});

describe('searching', () => {
  it('marks what the library has, and adds picked results as one import that knows the search', async () => {
    server.on('eric', {
      body: ericAnswer(ericDoc, { ...ericDoc, id: 'EJ2', title: 'Second', url: undefined }, { id: 7 }),
    });
    const itemId = await create({ title: 'Any', DOI: DOI.toUpperCase() });
    const page = await desk.get('online.search', {
      service: 'eric',
      query: { ...query, fromYear: 2015, peerReviewed: true },
      requestId,
    });
    expect(page.hits.map((hit) => [hit.id, hit.itemId])).toEqual([
      ['EJ1999001', itemId],
      ['EJ2', null],
    ]);
    expect(page.unreadable).toBe(1);
    const sent = new URLSearchParams(server.seen[0]?.path.split('?')[1]).get('search');
    expect(sent).toBe('paired reading AND peerreviewed:T AND publicationdateyear:[2015 TO *]');

    const records = page.hits.map(({ itemId: _itemId, ...record }) => record);
    const added = await desk.get('online.import', {
      service: 'eric',
      query: { ...query, fromYear: 2015 },
      records,
    });
    expect(added).toMatchObject({ imported: 1, known: 1 });
    expect(added.itemIds[0]).toBe(itemId);
    const batch = desk.library.core.db.prepare('SELECT source, format, found_via FROM import_batch').all();
    expect(batch).toEqual([{ source: 'ERIC', format: 'eric', found_via: 'ERIC: paired reading; 2015–' }]);
    await desk.get('history.undo', {});
    expect(desk.library.core.db.prepare('SELECT count(*) AS n FROM import_batch').get()).toEqual({ n: 0 });
    expect((await desk.get('library.counts', {})).all).toBe(1);
  });

  it('says that OpenAlex wants a key, and sends the kept one', async () => {
    server.on('openalex', { status: 401 }, { body: openalexList(openalexWork) });
    const search = { service: 'openalex', query, requestId } as const;
    expect(await desk.call('online.search', search)).toMatchObject({ error: { code: 'online.key-missing' } });
    await desk.get('online.setKey', { key: 'my-key' });
    expect((await desk.get('online.search', search)).hits).toHaveLength(1);
    expect(server.seen[1]?.path).toContain('api_key=my-key');
    expect((await desk.get('online.status', {})).hasKey).toBe(true);
    await desk.get('online.setKey', { key: '' });
    expect((await desk.get('online.status', {})).hasKey).toBe(false);
  });
});

it('keeps no key where the system cannot encrypt', async () => {
  const plain = openTestLibrary();
  expect(await plain.call('online.setKey', { key: 'k' })).toMatchObject({
    error: { code: 'online.no-safe-storage' },
  });
  expect((await plain.get('online.status', {})).hasKey).toBe(false);
  await plain.close();
});

describe('free copies', () => {
  it('need the person’s own mail address', async () => {
    server.on('unpaywall', { body: unpaywallAnswer });
    const itemId = await create({ title: 'x', DOI });
    expect(await desk.call('online.openCopy', { itemId, requestId })).toMatchObject({
      error: { code: 'online.mail-missing' },
    });
    expect(server.seen).toHaveLength(0);
    const { online } = await desk.get('settings.get', {});
    await desk.get('settings.set', { online: { ...online, mail: 'teacher@school.example' } });
    expect(await desk.get('online.openCopy', { itemId, requestId })).toMatchObject({
      isOpen: true,
      pageUrl: 'https://repository.example.org/1',
    });
    expect(server.seen[0]?.path).toContain('email=teacher%40school.example');
  });
});

describe('the check for withdrawals', () => {
  it('sends only DOIs, notes what it finds as one step, and reports each paper', async () => {
    server.on('crossref', {
      body: crossrefList(retractedWork, { ...crossrefWork, DOI: '10.5555/sound' }),
    });
    server.on('openalex', {
      body: openalexList({ id: 'W2', doi: 'https://doi.org/10.5555/alex', is_retracted: true }),
    });
    const first = await create({ title: 'Secret words of my title', DOI });
    await create({ title: 'b', DOI: '10.5555/sound' });
    const third = await create({ title: 'c', DOI: '10.5555/alex' });
    await create({ title: 'd', DOI: '10.5555/nobody' });
    await create({ title: 'e' });
    const { jobId, total } = await desk.get('online.checkRetractions', {});
    expect(total).toBe(4);
    expect(await desk.library.core.jobs.finished(jobId)).toMatchObject({ value: { state: 'done', done: 4 } });
    const { counts } = await desk.get('jobs.records', { jobId });
    expect(counts).toEqual({ imported: 2, duplicate: 1, skipped: 1, failed: 0 });
    expect((await desk.get('online.retraction', { itemId: first })).retraction).toEqual({
      kind: 'retraction',
      date: '2021-05-06',
      source: 'crossref',
      doi: '10.5555/r',
    });
    expect((await desk.get('online.retraction', { itemId: third })).retraction?.source).toBe('openalex');
    expect(JSON.stringify(server.seen)).not.toContain('Secret');
    await desk.get('history.undo', {});
    expect((await desk.get('online.retraction', { itemId: first })).retraction).toBeNull();
  });

  it('ends as failed with the reason when the service is out of order', async () => {
    server.on('crossref', { status: 429, headers: { 'retry-after': '900' } });
    await create({ title: 'a', DOI });
    const { jobId } = await desk.get('online.checkRetractions', {});
    expect(await desk.library.core.jobs.finished(jobId)).toMatchObject({
      value: { state: 'failed', errorCode: 'online.limit-reached' },
    });
  });
});

it('records that wait with a number are completed by a job and wait no more', async () => {
  server.on('crossref', { body: crossrefAnswer });
  const waiting = (value: string): Partial<CslItem> => ({
    title: value,
    DOI: value,
    custom: { lookup: { status: 'queued', kind: 'doi', value }, mine: 1 },
  });
  const itemId = await create(waiting(DOI));
  expect((await desk.get('online.status', {})).waiting).toBe(1);
  const { jobId } = await desk.get('online.completeWaiting', {});
  expect(await desk.library.core.jobs.finished(jobId)).toMatchObject({ value: { state: 'done' } });
  const item = await desk.get('library.get', { itemId });
  expect(item.title).toBe('Paired reading in small schools & its limits: A cluster trial');
  expect(item.csl.custom).toEqual({ mine: 1 });
  expect((await desk.get('online.status', {})).waiting).toBe(0);
  expect(await desk.call('online.completeWaiting', {})).toMatchObject({
    error: { code: 'online.nothing-waits' },
  });
});

describe('other records that wait', () => {
  const complete = async (): Promise<void> => {
    const { jobId } = await desk.get('online.completeWaiting', {});
    expect(await desk.library.core.jobs.finished(jobId)).toMatchObject({ value: { state: 'done' } });
  };
  const wait = (kind: string, value: string, from?: 'pdf'): CslItem['custom'] => ({
    lookup: { status: 'queued', kind, value, ...(from === undefined ? {} : { from }) },
  });

  it('with an ISBN get the book of Crossref, not one of its chapters', async () => {
    const isbn = '9780306406157';
    server.on(`filter=isbn:${isbn}`, {
      body: crossrefList(
        { ...crossrefWork, DOI: '10.5555/chapter', type: 'book-chapter', title: ['A chapter'], subtitle: [] },
        { ...crossrefWork, DOI: '10.5555/book', type: 'book', title: ['The book'], subtitle: [] },
      ),
    });
    const itemId = await create({
      type: 'book',
      title: `ISBN ${isbn}`,
      ISBN: isbn,
      custom: wait('isbn', isbn),
    });
    await complete();
    expect((await desk.get('library.get', { itemId })).csl).toMatchObject({
      title: 'The book',
      DOI: '10.5555/book',
    });
  });

  it('with a PubMed number get what OpenAlex and then Crossref know', async () => {
    server.on('works/pmid:12345', { body: openalexWork });
    server.on('crossref', { body: crossrefAnswer });
    const itemId = await create({ title: 'PMID 12345', PMID: '12345', custom: wait('pmid', '12345') });
    await complete();
    const { csl, provenance } = await desk.get('library.get', { itemId });
    expect(csl).toMatchObject({
      DOI,
      title: 'Paired reading in <i>small</i> schools & its limits: A cluster trial',
    });
    expect(provenance['title']?.source).toBe('crossref');
  });

  it('from a PDF keep what a person wrote, replace what was only read, and need no look where services agree', async () => {
    server.on('crossref', { body: crossrefAnswer });
    const itemId = await create({
      title: 'My own title',
      DOI,
      volume: '12',
      issue: '9',
      custom: wait('doi', DOI, 'pdf'),
    });
    const read = { source: 'layout', confidence: 0.6, page: 0, approved: false };
    desk.library.core.commands.run('test.read', (change) => {
      change.update('item', itemId, { provenance: JSON.stringify({ volume: read, issue: read }) });
    });
    await complete();
    const { csl, provenance } = await desk.get('library.get', { itemId });
    expect(csl).toMatchObject({ title: 'My own title', volume: '12', issue: crossrefWork.issue });
    expect(csl.custom).toBeUndefined();
    expect(provenance).toMatchObject({
      volume: { source: 'crossref', approved: true },
      issue: { source: 'crossref', approved: true },
    });
  });
});

it('with the switch off no call of the area opens a connection', async () => {
  const itemId = await create({ title: 'x', DOI });
  await desk.get('settings.set', { networkEnabled: false });
  const answers = [
    await desk.call('online.propose', { itemId, requestId }),
    await desk.call('online.openCopy', { itemId, requestId }),
    await desk.call('online.search', { service: 'eric', query, requestId }),
    await desk.call('online.search', { service: 'openalex', query, requestId }),
    await desk.call('online.checkRetractions', {}),
    await desk.call('online.completeWaiting', {}),
  ];
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code))).toEqual(
    Array.from({ length: 6 }, () => 'online.switched-off'),
  );
  expect(server.connections()).toBe(0);
});

it('kept answers can be measured and forgotten', async () => {
  server.on('eric', { body: ericAnswer(ericDoc) });
  await desk.get('online.search', { service: 'eric', query, requestId });
  const { cache } = await desk.get('online.status', {});
  expect(cache.count).toBe(1);
  expect(cache.bytes).toBeGreaterThan(500);
  expect(await desk.get('online.clearCache', {})).toEqual({ removed: 1 });
  expect((await desk.get('online.status', {})).cache).toEqual({ count: 0, bytes: 0 });
});
