import { FolderOpen } from 'lucide-react';
import { call } from '../../lib/client';
import type { Command } from '../../lib/command';
import { reportFailure } from '../../lib/queries';

const command: Command = {
  id: 'desktop.open-library-folder',
  titleKey: 'commands:desktop.open-library-folder',
  menu: 'file',
  startsGroup: true,
  icon: FolderOpen,
  run: async () => {
    const result = await call('desktop.openLibraryFolder', {});
    if (!result.ok) reportFailure(result.error);
  },
};
export default command;
