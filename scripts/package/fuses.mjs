import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../lib/steps.mjs';

/** Fuses by their name in electron-builder.yml and in the wire of the binary. */
const NAMES = {
  runAsNode: 'RunAsNode',
  enableCookieEncryption: 'EnableCookieEncryption',
  enableNodeOptionsEnvironmentVariable: 'EnableNodeOptionsEnvironmentVariable',
  enableNodeCliInspectArguments: 'EnableNodeCliInspectArguments',
  enableEmbeddedAsarIntegrityValidation: 'EnableEmbeddedAsarIntegrityValidation',
  onlyLoadAppFromAsar: 'OnlyLoadAppFromAsar',
  grantFileProtocolExtraPrivileges: 'GrantFileProtocolExtraPrivileges',
};
const ON = '1'.charCodeAt(0);
const OFF = '0'.charCodeAt(0);

/** The reader of fuses that electron-builder sets them with. */
function fusesLibrary() {
  const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'));
  return createRequire(builder.resolve('app-builder-lib/package.json'))('@electron/fuses');
}

/**
 * Reads the fuses of a built application back and compares them with what was asked for.
 * @param {string} folder unpacked application
 * @returns {Promise<string[]>} what differs, in words; none when all is as asked
 */
export async function differingFuses(folder) {
  const settings = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
  const { getCurrentFuseWire, FuseV1Options } = fusesLibrary();
  const wire = await getCurrentFuseWire(binaryOf(folder));
  return Object.entries(NAMES).flatMap(([name, option]) => {
    const wanted = new RegExp(`^  ${name}: (true|false)$`, 'm').exec(settings)?.[1];
    if (wanted === undefined) return [`${name}: not set in electron-builder.yml`];
    const found = wire[FuseV1Options[option]];
    return found === (wanted === 'true' ? ON : OFF)
      ? []
      : [`${name}: asked for ${wanted}, found ${String(found)}`];
  });
}

function binaryOf(folder) {
  const candidates = ['inquiry-desk', 'Inquiry Desk.exe', 'inquiry-desk.exe'].map((name) =>
    join(folder, name),
  );
  const app = readdirSync(folder).find((name) => name.endsWith('.app'));
  const found = app === undefined ? candidates.find((path) => existsSync(path)) : join(folder, app);
  if (found === undefined) throw new Error(`no application in ${folder}`);
  return found;
}
