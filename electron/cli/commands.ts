import type { CliCommand } from './cli-command';
import { backupCommand } from './backup';
import { checkCommand } from './check';
import { exportCommand } from './export';
import { importCommand } from './import';
import { searchCommand } from './search';

/** Every subcommand by name. */
export const cliCommands: Readonly<Record<string, CliCommand>> = {
  backup: backupCommand,
  check: checkCommand,
  export: exportCommand,
  import: importCommand,
  search: searchCommand,
};
