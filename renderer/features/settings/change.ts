import type { CallInput } from '@shared/ipc/contract';
import { call } from '../../lib/client';
import { reportFailure } from '../../lib/queries';

/** Changes settings at once; a failure is shown as a status message. @returns whether it was stored */
export async function change(changes: CallInput<'settings.set'>): Promise<boolean> {
  const result = await call('settings.set', changes);
  if (!result.ok) reportFailure(result.error);
  return result.ok;
}
