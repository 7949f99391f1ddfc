import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, shell } from 'electron';
import { HAND_OUT_DOCUMENT, LOCATE_PAPER } from '@shared/ipc/wire';
import { registerContract } from '../ipc/register';
import { APP_ORIGIN } from '../ipc/trusted-sender';
import { desktopHandlers, isOpenable } from './desktop-handlers';
import { scriptFromFile } from './dialog-script';
import { installGuards } from './guards';
import { HostCalls } from './host-calls';
import { LibraryProcess } from './library-process';
import { DocumentOpener } from './open-document';
import { declareProtocols, serveApp, servePapers } from './protocols';
import { startSettings } from './start-settings';

const here = dirname(fileURLToPath(import.meta.url));
const settings = startSettings({ isPackaged: app.isPackaged, argv: process.argv, env: process.env });

declareProtocols();
// Chromium refuses its sandbox to root (test machines): then only the per-window setting applies.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// Tests and the demo run on throw-away folders; must be set before the single-instance lock.
if (settings.userData !== undefined) app.setPath('userData', settings.userData);

async function main(): Promise<void> {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  const libraryFolder = resolve(settings.libraryFolder ?? join(app.getPath('userData'), 'library'));
  const resources = app.isPackaged
    ? join(process.resourcesPath, 'resources')
    : join(app.getAppPath(), 'resources');
  const windows: { main: BrowserWindow | null } = { main: null };
  const send = (name: string, payload: unknown): void => {
    if (windows.main && !windows.main.isDestroyed()) windows.main.webContents.send(name, payload);
  };
  const logFile = openLog(join(app.getPath('userData'), 'logs'));
  const hostCalls = new HostCalls(settings.onlineStandIn);
  const library = new LibraryProcess({
    entry: join(here, 'library.js'),
    startOptions: {
      root: libraryFolder,
      resources,
      workers: here,
      appVersion: app.getVersion(),
      development: !app.isPackaged,
      addsSamples: !settings.withoutSamples,
    },
    onEvent: send,
    onHostCall: (method, input) => hostCalls.answer(method, input),
    onLog: logFile,
  });
  await app.whenReady();
  library.start();
  installGuards();
  serveApp(join(here, '..', 'renderer'));
  servePapers(join(libraryFolder, 'files'), (attachmentId) => library.call(LOCATE_PAPER, { attachmentId }));
  const script = scriptFromFile(settings.dialogScript);
  const documents = new DocumentOpener(
    join(app.getPath('userData'), 'opened'),
    (input) => library.call(HAND_OUT_DOCUMENT, input),
    {
      open: (path) => (script.noteOpened('open', path) ? Promise.resolve('') : shell.openPath(path)),
      show: (path) => {
        if (!script.noteOpened('show', path)) shell.showItemInFolder(path);
      },
    },
  );
  registerContract({
    mainHandlers: desktopHandlers({
      window: () => windows.main,
      libraryFolder,
      onMenu: (id) => {
        send('desktop.command', { id, paths: [] });
      },
      script,
      library,
      documents,
    }),
    callLibrary: (name, input) => library.call(name, input),
  });
  windows.main = createWindow();
  windows.main.on('closed', () => {
    windows.main = null;
  });
  openFilesOf(process.argv.slice(1), send, windows.main);
  app.on('second-instance', (_event, argv) => {
    windows.main?.show();
    openFilesOf(argv.slice(1), send, windows.main);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openFilesOf([path], send, windows.main);
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  let stopped = false;
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void library.stop().then(() => {
      stopped = true;
      app.quit();
    });
  });
}

function createWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 800,
    minHeight: 600,
    show: false,
    backgroundColor: '#f6f2ea',
    title: 'Inquiry Desk',
    webPreferences: {
      preload: join(here, '..', 'preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}

/** "Open with" and dropped-on-icon files: the page imports them when it is there. */
function openFilesOf(
  argv: readonly string[],
  send: (name: string, payload: unknown) => void,
  window: BrowserWindow | null,
): void {
  const paths = argv
    .filter((value) => !value.startsWith('-'))
    .map((value) => resolve(value))
    .filter(isOpenable);
  if (paths.length === 0 || !window) return;
  const go = (): void => {
    send('desktop.command', { id: 'import.paths', paths });
  };
  if (window.webContents.isLoading()) window.webContents.once('did-finish-load', go);
  else go();
}

function openLog(folder: string): (text: string) => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'inquiry-desk.log');
  return (text) => {
    appendFileSync(file, text);
  };
}

void main();
