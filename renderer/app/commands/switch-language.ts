import { Languages } from 'lucide-react';
import i18next from 'i18next';
import { call } from '../../lib/client';
import type { Command } from '../../lib/command';
import { languages, nearestLanguage } from '../../lib/i18n';
import { reportFailure } from '../../lib/queries';

/** On to the next language of the app. */
const command: Command = {
  id: 'view.switch-language',
  titleKey: 'commands:view.switch-language',
  menu: 'view',
  icon: Languages,
  run: async () => {
    const current = languages.indexOf(nearestLanguage(i18next.language));
    const result = await call('settings.set', {
      language: languages[(current + 1) % languages.length] ?? 'en',
    });
    if (!result.ok) reportFailure(result.error);
  },
};
export default command;
