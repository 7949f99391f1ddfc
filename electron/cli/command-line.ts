import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fail } from '@shared/lib/result';
import { bootLibrary } from '../library/boot';
import { silentLogger } from '../library/log';
import { printFailure } from './cli-command';
import { cliCommands } from './commands';

const USAGE = `Usage: inquiry-desk --library DIR COMMAND [--json]

  import PATH...                     papers, bibliographies (.bib, .ris, .rdf, .csv, .xlsx, …) or folders
  search QUERY                       metadata, notes, annotations and full text
  export --format FORMAT [--out PATH] [--files]
                                     bib, biblatex, ris, csl-json, csv (without --out to standard output), xlsx;
                                     zotero-rdf, open-folder (PATH is a new folder); --files: papers beside a bib
  check                              integrity, counts, missing files (exit code 2 when damaged)
  backup                             copy the database to backups/
`;

/**
 * Runs one command over the same services as the window, without a display.
 * @param argv arguments after the program's name
 * @returns exit code: 0 done, 1 done but some records need attention, 2 not done
 */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  const parsed = parse(argv);
  if (!parsed) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { values, positionals } = parsed;
  const [name, ...rest] = positionals;
  const command = name === undefined ? undefined : cliCommands[name];
  if (!command || typeof values['library'] !== 'string') {
    process.stderr.write(USAGE);
    return 2;
  }
  const here = dirname(fileURLToPath(import.meta.url));
  const opened = bootLibrary({
    root: values['library'],
    resources: process.env['INQUIRY_RESOURCES'] ?? join(here, '..', '..', 'resources'),
    workers: here,
    appVersion: '0.2.0',
    log: silentLogger,
    events: { emit: () => undefined },
    host: { printToPdf: () => Promise.resolve(fail('host.no-window')) },
  });
  if (!opened.ok) {
    printFailure(opened.error, values['json'] === true);
    return 2;
  }
  const print = (data: unknown, lines: readonly string[]): void => {
    process.stdout.write(values['json'] === true ? `${JSON.stringify(data)}\n` : `${lines.join('\n')}\n`);
  };
  try {
    return await command({ library: opened.value, positionals: rest, values, print });
  } finally {
    await opened.value.close();
  }
}

function parse(argv: readonly string[]): {
  values: Readonly<Record<string, string | boolean | undefined>>;
  positionals: readonly string[];
} | null {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        library: { type: 'string' },
        json: { type: 'boolean' },
        format: { type: 'string' },
        out: { type: 'string' },
        files: { type: 'boolean' },
        limit: { type: 'string' },
      },
    });
  } catch {
    return null;
  }
}
