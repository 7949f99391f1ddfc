import { spawnSync } from 'node:child_process';

/** @returns whether a command can be run here */
export function hasTool(name: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
}

/** Runs a command and returns what it printed; throws when it fails. */
export function runTool(name: string, args: readonly string[], cwd?: string): string {
  const result = spawnSync(name, [...args], {
    encoding: 'utf8',
    timeout: 180_000,
    ...(cwd === undefined ? {} : { cwd }),
  });
  if (result.status !== 0)
    throw new Error(`${name} ${args.join(' ')}: ${result.stderr || String(result.error)}`);
  return `${result.stdout}\n${result.stderr}`;
}
