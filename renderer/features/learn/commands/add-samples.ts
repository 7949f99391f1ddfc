import { PackagePlus } from 'lucide-react';
import i18next from 'i18next';
import { call } from '../../../lib/client';
import type { Command } from '../../../lib/command';
import { nearestLanguage } from '../../../lib/i18n';
import { reportFailure } from '../../../lib/queries';
import { toast } from '../../../ui';

/** Brings the sample library, or what was deleted of it. */
export const addSamples: Command = {
  id: 'learn.add-samples',
  titleKey: 'learn:commands.add-samples',
  menu: 'help',
  icon: PackagePlus,
  run: async () => {
    const result = await call('learn.addSamples', { language: nearestLanguage(i18next.language) });
    if (result.ok) toast({ text: i18next.t('learn:samples.added', { count: result.value.added }) });
    else reportFailure(result.error);
  },
};
