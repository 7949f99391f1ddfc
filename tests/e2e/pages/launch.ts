import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import type { Bridge } from '@shared/ipc/bridge';
import type { CallInput, CallName, CallOutput } from '@shared/ipc/contract';
import type { Result } from '@shared/lib/result';

declare global {
  interface Window {
    readonly inquiry: Bridge;
  }
}

const root = join(import.meta.dirname, '..', '..', '..');

/** The running application with a throw-away library. */
export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly folder: string;
  readonly libraryFolder: string;
  /** Answers of the next file dialogs, in order. */
  scriptDialogs(script: {
    readonly open?: readonly (readonly string[])[];
    readonly save?: readonly string[];
  }): void;
  /** A call of the contract, as the page makes it; throws on a failure. */
  get<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>;
  /** Closes the window and opens the application again on the same folders. */
  restart(): Promise<RunningApp>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  readonly folder?: string;
  /** An existing library folder. */
  readonly libraryFolder?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly size?: { readonly width: number; readonly height: number };
  /** The test breaks the content security policy on purpose; otherwise a refused resource fails it. */
  readonly mayBreakPolicy?: boolean;
  /** Brings the first-run sample library and tour as a new user sees them. Tests start with an empty library otherwise. */
  readonly firstRun?: boolean;
}

/** Starts the built application. The binary comes from npm test (INQUIRY_ELECTRON). */
export async function launch(options: LaunchOptions = {}): Promise<RunningApp> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'inquiry-e2e-'));
  const libraryFolder = options.libraryFolder ?? join(folder, 'library');
  const dialogs = join(folder, 'dialogs.json');
  const executablePath = process.env['INQUIRY_ELECTRON'];
  if (!executablePath) throw new Error('INQUIRY_ELECTRON is not set: run the tests with npm test');
  const start = (): Promise<ElectronApplication> =>
    _electron.launch({
      executablePath,
      timeout: ATTACH_TIMEOUT_MS,
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        process.env['INQUIRY_APP'] ?? root,
        ...(options.args ?? []),
      ],
      env: {
        ...withoutUndefined(process.env),
        INQUIRY_USER_DATA: join(folder, 'user-data'),
        INQUIRY_LIBRARY: libraryFolder,
        INQUIRY_DIALOG_SCRIPT: dialogs,
        INQUIRY_FIRST_RUN: options.firstRun ? 'sample' : 'empty',
        ...options.env,
      },
    });
  const { app, page } = await attach(start);
  const refused: string[] = [];
  page.on('console', (message) => {
    // What a test brings into the page itself (axe, evaluate) has no address and is refused rightly.
    if (message.text().includes('Content Security Policy') && message.location().url !== '')
      refused.push(`${message.text()} (${message.location().url})`);
  });
  if (options.size) await resize(app, options.size);
  return {
    app,
    page,
    folder,
    libraryFolder,
    scriptDialogs: (script) =>
      writeFileSync(dialogs, JSON.stringify({ open: script.open ?? [], save: script.save ?? [] })),
    get: (name, input) => call(page, name, input),
    restart: async () => {
      await app.close();
      return launch({ ...options, folder, libraryFolder });
    },
    close: async () => {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
      if (refused.length > 0 && options.mayBreakPolicy !== true)
        throw new Error(`refused by the content security policy: ${refused.join(' | ')}`);
    },
  };
}

async function call<Name extends CallName>(
  page: Page,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const result = await page.evaluate<Result<CallOutput<Name>>, [string, unknown]>(
    ([method, argument]) => {
      const found: unknown = Reflect.get(window.inquiry.call, method);
      if (typeof found !== 'function') throw new Error(`no such call: ${method}`);
      return Reflect.apply(found, undefined, [argument]) as Promise<never>;
    },
    [name, input],
  );
  if (!result.ok) throw new Error(`${name}: ${result.error.code} ${result.error.cause ?? ''}`);
  return result.value;
}

const ATTACH_TIMEOUT_MS = 15_000;
const ATTACH_ATTEMPTS = 3;

/**
 * Playwright sometimes (about one start in twenty under load) connects to Electron but is never told of the window that is
 * there. Nothing of ours has happened yet, so the start is repeated.
 */
async function attach(
  start: () => Promise<ElectronApplication>,
): Promise<{ app: ElectronApplication; page: Page }> {
  for (let attempt = 1; ; attempt += 1) {
    let app: ElectronApplication | undefined;
    try {
      app = await start();
      return { app, page: await app.firstWindow({ timeout: ATTACH_TIMEOUT_MS }) };
    } catch (error) {
      app?.process().kill('SIGKILL');
      if (attempt >= ATTACH_ATTEMPTS) throw error;
    }
  }
}

/** Sets the size of the content area. */
export async function resize(
  app: ElectronApplication,
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [width, height]) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
    },
    [size.width, size.height] as const,
  );
}

function withoutUndefined(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** A test with one running application that is closed afterwards. */
export const test = base.extend<{ desk: RunningApp; mayBreakPolicy: boolean }>({
  mayBreakPolicy: [false, { option: true }],
  desk: async ({ mayBreakPolicy }, use) => {
    const desk = await launch({ mayBreakPolicy });
    await use(desk);
    await desk.close();
  },
});

export { expect } from '@playwright/test';
