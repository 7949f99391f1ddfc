import { ok } from '@shared/lib/result';
import type { Core } from '../core';
import { ChecksService } from '../services/checks';
import type { AreaHandlers } from './handler';

/** Calls of area checks -> services. @param core shared services */
export function checksHandlers(core: Core): AreaHandlers<'checks'> {
  const checks = new ChecksService(core);
  return {
    'checks.summary': async () => ok(await checks.summary()),
    'checks.records': async ({ checkId, ignored, offset, limit }) =>
      ok(await checks.records(checkId, ignored, offset, limit)),
    'checks.ofItem': async (input) => ok(await checks.ofItem(input.itemId)),
    'checks.fix': (input) => checks.fix(input.itemId, input.checkId),
    'checks.fixAll': async (input) => ok(await checks.fixAll(input.checkId)),
    'checks.ignore': (input) => ok(checks.ignore(input.itemIds, input.checkId, input.ignored)),
  };
}
