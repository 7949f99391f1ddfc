import type { CliCommand } from './cli-command';
import { backupCommand } from './backup';
import { checkCommand } from './check';

/** Every subcommand by name. */
export const cliCommands: Readonly<Record<string, CliCommand>> = {
  backup: backupCommand,
  check: checkCommand,
};
