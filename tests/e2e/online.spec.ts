import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import {
  crossrefAnswer,
  DOI,
  ericAnswer,
  ericDoc,
  openalexWork,
  retractedWork,
  crossrefList,
} from '../builders/online-answers';
import { replayServer } from '../builders/online-replay';
import { expect, launch, test } from './pages/launch';
import { OnlinePage, WORDS } from './pages/online-page';

async function serious(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
}

/** Pictures for people, when somebody asks for them. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['INQUIRY_PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/online-${name}.png` });
}

const long =
  'What changes, and for whom, when pupils of different ages in small rural schools read aloud to one another four times a week over two school years: a cluster-randomised trial with process evaluation';

for (const [language, theme, size] of [
  ['en', 'light', { width: 1024, height: 700 }],
  ['uk', 'dark', { width: 1600, height: 1000 }],
] as const) {
  test(`results of ERIC are picked and a record is completed against a replay server (${language}, ${theme})`, async () => {
    test.setTimeout(180_000);
    const server = await replayServer();
    server.on('api.ies.ed.gov', {
      body: ericAnswer(ericDoc, { ...ericDoc, id: 'EJ2', title: long, url: undefined, e_fulltextauth: 0 }),
    });
    server.on('api.crossref.org/works/', { body: crossrefAnswer });
    server.on('api.openalex.org', { body: openalexWork });
    const desk = await launch({ env: { INQUIRY_ONLINE_STAND_IN: server.base }, size });
    const { page } = desk;
    const words = WORDS[language];
    const online = new OnlinePage(page, words);
    await desk.get('settings.set', { language, theme });
    await expect(page.locator('html')).toHaveAttribute('lang', language);

    // Off: the room says so, and nothing was sent.
    await online.go('/online');
    await expect(page.getByRole('main')).toBeVisible();
    await expect(page.getByLabel(words.words)).toHaveCount(0);
    await picture(page, `off-${language}`);
    expect(await serious(page)).toEqual([]);
    expect(server.connections()).toBe(0);

    await desk.get('settings.set', { networkEnabled: true });
    await online.search('paired reading');
    await expect(online.notice).toBeVisible();
    await picture(page, `notice-${language}`);
    expect(server.connections()).toBe(0);
    await online.agree();
    await expect(online.results.getByRole('listitem')).toHaveCount(2);
    expect(new URLSearchParams(server.seen[0]?.path.split('?')[1]).get('search')).toBe('paired reading');
    await online.results
      .getByRole('checkbox', { name: `${words.choose} ` })
      .first()
      .press('Space');
    await picture(page, `results-${language}`);
    expect(await serious(page)).toEqual([]);
    await online.results.getByRole('button', { name: words.add }).click();
    await expect(online.results.getByRole('button', { name: words.inLibrary })).toHaveCount(1);

    // A thin record is completed.
    const { itemId } = await desk.get('library.create', {
      csl: { type: 'article-journal', title: 'Thin', DOI: '10.5555/thin' },
    });
    await online.go(`/library/${itemId}`);
    await page.getByRole('button', { name: words.complete }).click();
    await expect(online.proposals.getByRole('button', { name: words.takeAll })).toBeVisible();
    await online.proposals.scrollIntoViewIfNeeded();
    await picture(page, `proposals-${language}`);
    expect(await serious(page)).toEqual([]);
    await online.proposals.getByRole('button', { name: words.takeAll }).click();
    await expect.poll(async () => (await desk.get('library.get', { itemId })).authors).toBe('Halas, Verbova');

    await online.go('/settings');
    await page.locator('#settings-network').scrollIntoViewIfNeeded();
    await picture(page, `settings-${language}`);
    expect(await serious(page)).toEqual([]);
    await desk.close();
    await server.close();
  });
}

test('main follows no redirect to a foreign host, and says when a service is down', async () => {
  const server = await replayServer();
  server.on('api.ies.ed.gov', { status: 302, headers: { location: 'https://evil.example/eric' } });
  const desk = await launch({ env: { INQUIRY_ONLINE_STAND_IN: server.base } });
  const { online } = await desk.get('settings.get', {});
  await desk.get('settings.set', { networkEnabled: true, online: { ...online, noticeSeen: true } });
  const room = new OnlinePage(desk.page, WORDS.en);
  await room.go('/online');
  await room.search('reading');
  await expect(desk.page.getByRole('alert')).toContainText('evil.example');
  expect(server.seen.map(({ host }) => host)).toEqual(['api.ies.ed.gov']);

  server.on('api.ies.ed.gov', { body: '<html>Sign in to the school network</html>' });
  await room.search('reading again');
  await expect(desk.page.getByRole('alert')).toContainText('sign-in page');
  await desk.close();
  await server.close();
});

test('the whole library is checked for withdrawals from the settings', async () => {
  const server = await replayServer();
  server.on('api.crossref.org', { body: crossrefList(retractedWork) });
  const desk = await launch({ env: { INQUIRY_ONLINE_STAND_IN: server.base } });
  const { online } = await desk.get('settings.get', {});
  await desk.get('settings.set', { networkEnabled: true, online: { ...online, noticeSeen: true } });
  const { itemId } = await desk.get('library.create', {
    csl: { type: 'article-journal', title: 'Withdrawn', DOI },
  });
  const room = new OnlinePage(desk.page, WORDS.en);
  await room.go('/settings');
  await desk.page.getByRole('button', { name: 'Check the whole library' }).click();
  await desk.page.getByRole('button', { name: 'Withdrawn' }).click();
  await expect(desk.page.getByText('This paper was retracted.')).toBeVisible();
  await picture(desk.page, 'retracted');
  expect((await desk.get('online.retraction', { itemId })).retraction?.date).toBe('2021-05-06');
  await desk.close();
  await server.close();
});

test('chosen papers are checked for withdrawals from the palette, by keyboard', async () => {
  const server = await replayServer();
  server.on('api.crossref.org', { body: crossrefList(retractedWork) });
  const desk = await launch({ env: { INQUIRY_ONLINE_STAND_IN: server.base } });
  const { page } = desk;
  await desk.get('settings.set', { networkEnabled: true });
  const { itemId } = await desk.get('library.create', {
    csl: { type: 'article-journal', title: 'Withdrawn', DOI },
  });
  const room = new OnlinePage(page, WORDS.en);
  await room.go(`/library/${itemId}`);
  await expect(page.getByRole('heading', { name: 'Withdrawn' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('withdrawals');
  await page.keyboard.press('Enter');
  const window = page.getByRole('dialog', { name: 'Check for withdrawals' });
  await expect(window).toContainText('Its DOI is sent, nothing else');
  expect(server.connections()).toBe(0);
  expect(await serious(page)).toEqual([]);
  await window.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(window.getByRole('button', { name: 'Withdrawn' })).toBeVisible();
  await picture(page, 'check-chosen');
  await page.keyboard.press('Escape');
  await expect(page.getByText('This paper was retracted.')).toBeVisible();
  await expect(window).toHaveCount(0);
  await expect(
    page.getByRole('row', { name: /Withdrawn/ }).getByRole('img', { name: /^Retracted/ }),
  ).toBeVisible();
  await picture(page, 'retracted-panel');
  await desk.close();
  await server.close();
});
