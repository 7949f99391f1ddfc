import { ok } from '@shared/lib/result';
import type { Core } from '../core';
import { SettingsService } from '../services/settings';
import type { AreaHandlers } from './handler';

/** Calls of area settings -> services. @param core shared services */
export function settingsHandlers(core: Core): AreaHandlers<'settings'> {
  const settings = new SettingsService(core);
  return {
    'settings.get': () => ok(settings.get()),
    'settings.set': (input) => ok(settings.set(input)),
  };
}
