import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CallInput } from '@shared/ipc/contract';
import {
  OnlineClient,
  type OnlineRequest,
  type OnlineTime,
} from '../../../electron/library/services/online-client';
import { openTestLibrary, type TestLibrary } from '../../builders/open-test-library';
import { httpTo, replayServer, type ReplayServer } from '../../builders/online-replay';

let server: ReplayServer;
let desk: TestLibrary;
let slept: number[];
let now: number;
let client: OnlineClient;

const time: OnlineTime = {
  now: () => now,
  random: () => 0.5,
  sleep: (ms) => {
    slept.push(ms);
    now += ms;
    return Promise.resolve();
  },
};
const request: OnlineRequest = {
  service: 'crossref',
  url: 'https://api.crossref.org/works/10.5555%2Fx',
  accept: 'application/json',
};

async function set(changes: CallInput<'settings.set'>): Promise<void> {
  await desk.get('settings.set', changes);
}

beforeEach(async () => {
  server = await replayServer();
  desk = openTestLibrary();
  slept = [];
  now = Date.parse('2026-01-15T08:00:00Z');
  client = new OnlineClient({
    db: desk.library.core.db,
    http: httpTo(server.base),
    time,
    appVersion: '9.9.9',
    timeoutMs: 1_500,
  });
  await set({ networkEnabled: true });
});

afterEach(async () => {
  await desk.close();
  await server.close();
});

const code = async (): Promise<string> => {
  const result = await client.get(request);
  return result.ok ? 'ok' : result.error.code;
};

it('opens no connection while the switch is off', async () => {
  await set({ networkEnabled: false });
  expect(await code()).toBe('online.switched-off');
  expect(server.connections()).toBe(0);
  await set({ networkEnabled: true });
  await code();
  expect(server.connections()).toBe(1);
});

it('opens no connection for a service that is turned off', async () => {
  const { online } = await desk.get('settings.get', {});
  await set({ online: { ...online, services: { ...online.services, crossref: false } } });
  expect(await code()).toBe('online.service-off');
  expect(server.connections()).toBe(0);
});

it('asks the switch again before a repetition', async () => {
  server.on('works', { status: 503 });
  const turning: OnlineTime = {
    ...time,
    sleep: async (ms) => {
      await set({ networkEnabled: false });
      now += ms;
    },
  };
  client = new OnlineClient({
    db: desk.library.core.db,
    http: httpTo(server.base),
    time: turning,
    appVersion: '1',
  });
  expect(await code()).toBe('online.switched-off');
  expect(server.seen).toHaveLength(1);
});

it('names the app and the mail address the person gave, no other', async () => {
  server.on('works', { body: {} });
  await code();
  expect(server.seen[0]?.headers['user-agent']).toBe('InquiryDesk/9.9.9');
  const { online } = await desk.get('settings.get', {});
  await set({ online: { ...online, mail: 'teacher@school.example' } });
  await client.get({ ...request, url: `${request.url}2` });
  expect(server.seen[1]?.headers['user-agent']).toBe('InquiryDesk/9.9.9 (mailto:teacher@school.example)');
});

it('answers from what is kept, and with the ETag when that has grown old', async () => {
  server.on('works', { body: { a: 1 }, headers: { etag: '"1"' } }, { status: 304 });
  expect(await client.get(request)).toEqual({ ok: true, value: '{"a":1}' });
  expect(await client.get(request)).toEqual({ ok: true, value: '{"a":1}' });
  expect(server.seen).toHaveLength(1);
  now += 40 * 86_400_000;
  expect(await client.get(request)).toEqual({ ok: true, value: '{"a":1}' });
  expect(server.seen).toHaveLength(2);
  expect(server.seen[1]?.headers['if-none-match']).toBe('"1"');
});

it('keeps neither mail nor key with an answer', async () => {
  server.on('works', { body: { a: 1 } });
  await client.get({ ...request, secret: { api_key: 'SECRET', email: 'me@school.example' } });
  expect(server.seen[0]?.path).toContain('api_key=SECRET');
  const rows = desk.library.core.db.prepare('SELECT * FROM network_answer').all();
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toMatch(/SECRET|me@school/);
});

it('waits as long as Retry-After says, then goes on', async () => {
  server.on('works', { status: 429, headers: { 'retry-after': '7' } }, { body: { a: 1 } });
  expect(await code()).toBe('ok');
  expect(slept).toContain(7_000);
});

it('tells of a limit instead of waiting for minutes, and leaves the host alone until then', async () => {
  server.on('works', { status: 429, headers: { 'retry-after': '600' } });
  expect(await client.get(request)).toMatchObject({
    error: { code: 'online.limit-reached', details: { minutes: 10 } },
  });
  expect(await code()).toBe('online.limit-reached');
  expect(server.seen).toHaveLength(1);
});

it('repeats after 500 with growing pauses, three times', async () => {
  server.on('works', { status: 500 });
  expect(await code()).toBe('online.service-down');
  expect(server.seen).toHaveLength(4);
  expect(slept.filter((ms) => ms >= 750)).toEqual([750, 1500, 3000]);
});

it('goes as fast as the host allows', async () => {
  server.on('works', { body: {}, headers: { 'x-rate-limit-limit': '50', 'x-rate-limit-interval': '1s' } });
  await code();
  slept.length = 0;
  await client.get({ ...request, url: `${request.url}2` });
  expect(Math.max(0, ...slept)).toBeLessThanOrEqual(20);
});

it.each([
  [{ status: 404 }, 'online.not-found'],
  [{ status: 406 }, 'online.no-format'],
  [{ status: 403 }, 'online.refused'],
  [{ status: 400 }, 'online.refused'],
  [{ body: '<html><body>Please sign in</body></html>' }, 'online.odd-answer'],
  [{ body: '{"message": {"DOI": "10.5' }, 'online.odd-answer'],
  [{ body: '', status: 200 }, 'online.odd-answer'],
  [{ hangs: true }, 'online.timed-out'],
  [{ status: 302, headers: { location: 'https://evil.example/works' } }, 'online.foreign-host'],
  [{ status: 302, headers: { location: 'http://api.crossref.org/works' } }, 'online.foreign-host'],
  [{ status: 301 }, 'online.odd-answer'],
  [{ status: 302, headers: { location: '/works/again' } }, 'online.odd-answer'],
  [{ body: { long: 'x'.repeat(9 * 1024 * 1024) } }, 'online.too-large'],
])('has its own words for %o', async (answer, expected) => {
  server.on('works', answer);
  expect(await code()).toBe(expected);
  expect(server.seen.some(({ host }) => host === 'evil.example')).toBe(false);
});

it('does not ask twice for what does not exist', async () => {
  expect([await code(), await code()]).toEqual(['online.not-found', 'online.not-found']);
  expect(server.seen).toHaveLength(1);
});

it('says 422 of Unpaywall in terms of the mail address, 401 of OpenAlex in terms of the key', async () => {
  server.on('unpaywall', { status: 422 });
  server.on('openalex', { status: 401 });
  const unpaywall = await client.get({
    ...request,
    service: 'unpaywall',
    url: 'https://api.unpaywall.org/v2/x',
  });
  const openalex = await client.get({
    ...request,
    service: 'openalex',
    url: 'https://api.openalex.org/works',
  });
  expect([unpaywall, openalex]).toMatchObject([
    { error: { code: 'online.mail-refused' } },
    { error: { code: 'online.key-refused' } },
  ]);
});

it('follows doi.org to the agency it names, without the secrets of the address', async () => {
  server.on('doi.org/10', { status: 302, headers: { location: 'https://data.datacite.org/csl/10.5555/x' } });
  server.on('data.datacite.org', { body: { title: 'Scores' } });
  const answer = await client.get({ ...request, service: 'doi', url: 'https://doi.org/10.5555/x' });
  expect(answer).toEqual({ ok: true, value: '{"title":"Scores"}' });
  expect(server.seen.map(({ host }) => host)).toEqual(['doi.org', 'data.datacite.org']);
});

it('stops when it is cancelled, also while it waits for an answer', async () => {
  server.on('works', { hangs: true });
  const controller = new AbortController();
  const running = client.get({ ...request, signal: controller.signal });
  await expect.poll(() => server.seen.length).toBe(1);
  controller.abort();
  expect(await running).toMatchObject({ error: { code: 'online.cancelled' } });
});

it('asks one host one thing at a time', async () => {
  server.on('works', { body: {} });
  const all = await Promise.all([1, 2, 3].map((n) => client.get({ ...request, url: `${request.url}${n}` })));
  expect(all.every(({ ok }) => ok)).toBe(true);
  expect(slept.filter((ms) => ms > 0).length).toBeGreaterThanOrEqual(2);
});
