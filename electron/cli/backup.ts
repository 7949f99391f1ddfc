import { printFailure, type CliCommand } from './cli-command';

/** Copies the database to backups/. */
export const backupCommand: CliCommand = async ({ library, print, values }) => {
  const made = await library.backups.create('manual');
  if (!made.ok) {
    printFailure(made.error, values['json'] === true);
    return 2;
  }
  print(made.value, [`${made.value.name} (${String(made.value.bytes)} bytes)`]);
  return 0;
};
