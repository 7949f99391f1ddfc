import { call } from '../../lib/client';
import { reportFailure } from '../../lib/queries';

/** Opens an address in the system's browser. @param url https only */
export async function openAddress(url: string): Promise<void> {
  const result = await call('desktop.openExternal', { url });
  if (!result.ok) reportFailure(result.error);
}
