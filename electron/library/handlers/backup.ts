import { ok } from '@shared/lib/result';
import type { BackupService } from '../services/backup';
import type { AreaHandlers } from './handler';

/** Backups and the health check. @param backups the service */
export function backupHandlers(backups: BackupService): AreaHandlers<'backup'> {
  return {
    'backup.list': () => ok(backups.list().map((entry) => ({ ...entry }))),
    'backup.create': () => backups.create('manual'),
    'backup.restore': (input) => backups.restore(input.name),
    'backup.check': () => ok(backups.check()),
  };
}
