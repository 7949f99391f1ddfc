import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from './pages/launch';

// Electron's security checklist, item by item where it can be tested from outside.

// What the policy refuses here is what it shall refuse.
test.use({ mayBreakPolicy: true });

test('the page has no Node, no require, no raw Electron, and only the contract on window.inquiry', async ({
  desk,
}) => {
  const seen = await desk.page.evaluate(() => ({
    process: typeof Reflect.get(window, 'process'),
    require: typeof Reflect.get(window, 'require'),
    electron: typeof Reflect.get(window, 'electron'),
    keys: Object.keys(window.inquiry).sort(),
  }));
  expect(seen).toEqual({
    process: 'undefined',
    require: 'undefined',
    electron: 'undefined',
    keys: ['call', 'on', 'pathsOfFiles'],
  });
});

test('the window is sandboxed, isolated, without Node integration', async ({ desk }) => {
  const preferences = await desk.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    // Documented only as of later versions, present in all supported ones.
    const read: unknown = contents ? Reflect.get(contents, 'getLastWebPreferences') : undefined;
    return typeof read === 'function' ? (read.call(contents) as Record<string, unknown>) : {};
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
  expect(preferences['allowRunningInsecureContent'] ?? false).toBe(false);
  expect(preferences['webviewTag'] ?? false).toBe(false);
});

test('the content security policy refuses inline and evaluated scripts and remote resources', async ({
  desk,
}) => {
  const outcome = await desk.page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      violations.push(event.effectiveDirective),
    );
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
    const style = document.createElement('style');
    style.textContent = 'body { opacity: 0.5 }';
    document.body.append(style);
    const image = document.createElement('img');
    const imageFailed = new Promise((resolve) => image.addEventListener('error', () => resolve(true)));
    image.src = 'https://example.invalid/pixel.png';
    document.body.append(image);
    await imageFailed;
    const refusedConnection = new Promise((resolve) =>
      document.addEventListener('securitypolicyviolation', (event) => {
        if (event.effectiveDirective === 'connect-src') resolve(true);
      }),
    );
    const fetched = await fetch('https://example.invalid/').then(
      () => 'reached',
      () => 'refused',
    );
    await refusedConnection;
    return {
      violations,
      injected: 'injected' in window,
      opacity: getComputedStyle(document.body).opacity,
      fetched,
    };
  });
  expect(outcome.injected).toBe(false);
  expect(outcome.opacity).toBe('1');
  // Playwright's evaluate runs outside the policy, so eval inside it measures nothing; the header below does.
  expect(outcome.fetched).toBe('refused');
  expect(outcome.violations).toEqual(
    expect.arrayContaining(['script-src-elem', 'style-src-elem', 'img-src', 'connect-src']),
  );
  const policy = await desk.page.evaluate(async () =>
    (await fetch('app://inquiry-desk/index.html')).headers.get('content-security-policy'),
  );
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe-inline');
  expect(policy).not.toContain("'unsafe-eval'");
});

test('the page cannot navigate away, open windows, or get permissions', async ({ desk }) => {
  const address = desk.page.url();
  await desk.page.evaluate(() => {
    window.open('https://example.invalid/');
    location.href = 'https://example.invalid/';
  });
  const permission = await desk.page.evaluate(async () => {
    const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      () => 'refused',
    );
    return { camera, notifications: await Notification.requestPermission() };
  });
  expect(permission).toEqual({ camera: 'refused', notifications: 'denied' });
  expect(desk.page.url().split('#')[0]).toBe(address.split('#')[0]);
  expect(desk.app.windows()).toHaveLength(1);
});

test('app:// serves nothing outside the page, paper:// nothing but attachments', async ({ desk }) => {
  const secret = join(mkdtempSync(join(tmpdir(), 'inquiry-secret-')), 'secret.txt');
  writeFileSync(secret, 'secret');
  const statuses = await desk.page.evaluate(async (fileUrl) => {
    const status = (url: string): Promise<number> =>
      fetch(url).then(
        (response) => response.status,
        () => 0,
      );
    return {
      traversal: await status('app://inquiry-desk/..%2f..%2f..%2fpackage.json'),
      other: await status('app://elsewhere/index.html'),
      file: await status(fileUrl),
      paperName: await status('paper://not-an-id/'),
      paperUnknown: await status('paper://01890000-0000-7000-8000-000000000000/'),
    };
  }, pathToFileURL(secret).href);
  expect(statuses.file).toBe(0);
  expect([403, 404, 0]).toContain(statuses.traversal);
  expect([404, 0]).toContain(statuses.other);
  expect([400, 404]).toContain(statuses.paperName);
  expect([404]).toContain(statuses.paperUnknown);
});

test('a frame that is not our top page is refused by every call', async ({ desk }) => {
  const preload = join(import.meta.dirname, '..', '..', 'out', 'preload', 'index.cjs');
  const answer = await desk.app.evaluate(async ({ BrowserWindow, session }, preloadPath) => {
    const strangers = session.fromPartition('stranger');
    strangers.protocol.handle(
      'app',
      () => new Response('<p>stranger</p>', { headers: { 'content-type': 'text/html' } }),
    );
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: { preload: preloadPath, sandbox: true, session: strangers },
    });
    await stranger.loadURL('app://stranger/index.html');
    const result: unknown = await stranger.webContents.executeJavaScript(
      `window.inquiry.call['history.state']({})`,
    );
    stranger.destroy();
    return result;
  }, preload);
  expect(answer).toMatchObject({ ok: false, error: { code: 'call.untrusted-sender' } });
});
