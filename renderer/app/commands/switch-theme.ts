import { SunMoon } from 'lucide-react';
import { call } from '../../lib/client';
import type { Command } from '../../lib/command';
import { reportFailure } from '../../lib/queries';

/** From any theme to the other of light and dark. */
const command: Command = {
  id: 'view.switch-theme',
  titleKey: 'commands:view.switch-theme',
  shortcut: 'mod+shift+l',
  menu: 'view',
  startsGroup: true,
  icon: SunMoon,
  run: async () => {
    const dark = document.documentElement.dataset['theme'] === 'dark';
    const result = await call('settings.set', { theme: dark ? 'light' : 'dark' });
    if (!result.ok) reportFailure(result.error);
  },
};
export default command;
