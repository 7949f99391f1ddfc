import { z } from 'zod';
import { settingsChangeSchema, settingsSchema } from '@shared/domain/settings/settings';
import type { Area } from '../endpoint';
import type { settingsChannels } from '../channels/settings';

/** Settings of the library; every change is a step that can be undone and is told by `settings.changed`. */
export const settingsContract = {
  'settings.get': { input: z.object({}), output: settingsSchema },
  'settings.set': { input: settingsChangeSchema, output: settingsSchema },
} satisfies Area<typeof settingsChannels>;
