import type { CliCommand } from './cli-command';

/** Integrity, counts and missing files; exit code 2 when the database is damaged, 1 when files are missing. */
export const checkCommand: CliCommand = ({ library, print }) => {
  const health = library.backups.check();
  print(health, [
    `integrity: ${health.integrity}`,
    ...health.details,
    `items: ${String(health.items)}`,
    `attachments: ${String(health.attachments)}`,
    `missing files: ${String(health.missingFiles)}`,
    `last backup: ${health.lastBackupAt ?? 'never'}`,
  ]);
  if (health.integrity !== 'ok') return Promise.resolve(2);
  return Promise.resolve(health.missingFiles > 0 ? 1 : 0);
};
