import { DatabaseBackup } from 'lucide-react';
import i18next from 'i18next';
import { call } from '../../lib/client';
import type { Command } from '../../lib/command';
import { reportFailure } from '../../lib/queries';
import { wordsOf } from '../../lib/words';
import { toast } from '../../ui';

const command: Command = {
  id: 'backup.create',
  titleKey: 'commands:backup.create',
  menu: 'file',
  icon: DatabaseBackup,
  run: async () => {
    const result = await call('backup.create', {});
    if (result.ok) toast({ text: wordsOf(i18next, 'commands:backup.created') });
    else reportFailure(result.error);
  },
};
export default command;
