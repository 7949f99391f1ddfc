// npm run package: the unpacked application with its fuses set, and a tar.gz of it. Installers for three systems are built by the CI workflow.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { nodeBinary, root, say, toolEnvironment } from '../lib/steps.mjs';
import { differingFuses } from './fuses.mjs';

const electron = process.env.INQUIRY_ELECTRON;
const dist = process.platform === 'darwin' ? dirname(dirname(dirname(dirname(electron)))) : dirname(electron);
// The versions differ where only the fallback binary could be fetched: the fuses and the package follow the binary that is there.
const version = existsSync(join(dist, 'version'))
  ? readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
  : '42.0.0';
mkdirSync(join(root, 'dist'), { recursive: true });
const built = spawnSync(
  nodeBinary(),
  [
    join(root, 'node_modules/electron-builder/out/cli/cli.js'),
    '--dir',
    '-c.electronDist=' + dist,
    '-c.electronVersion=' + version,
  ],
  { cwd: root, stdio: 'inherit', env: toolEnvironment() },
);
if (built.status !== 0) process.exit(1);
const folder = readdirSync(join(root, 'dist')).find(
  (name) => name.endsWith('unpacked') || name === 'mac' || name.startsWith('mac-'),
);
if (!folder) throw new Error('electron-builder left no unpacked folder');
const differing = await differingFuses(join(root, 'dist', folder));
if (differing.length > 0) {
  for (const line of differing) say(`fuse ${line}`);
  process.exit(1);
}
say('fuses: as in electron-builder.yml');
const archive = join(
  root,
  'dist',
  `inquiry-desk-${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}-${process.platform}-${process.arch}.tar.gz`,
);
const packed = spawnSync('tar', ['-czf', archive, '-C', join(root, 'dist'), folder], { stdio: 'inherit' });
if (packed.status !== 0) process.exit(1);
say(`unpacked: dist/${folder}`);
say(`archive: dist/${basename(archive)}`);
