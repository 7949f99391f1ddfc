import { ok } from '@shared/lib/result';
import type { Core } from '../core';
import { ExchangeService } from '../services/exchange';
import type { ExchangeSources } from '../services/exchange-sources';
import type { AreaHandlers } from './handler';

/** Calls of area exchange -> service. @param core shared services @param sources the other areas */
export function exchangeHandlers(core: Core, sources: ExchangeSources): AreaHandlers<'exchange'> {
  const exchange = new ExchangeService(core, sources);
  return {
    'exchange.list': (input) => ok(exchange.list(input.includeTrashed)),
    'exchange.get': (input) => exchange.get(input.id),
    'exchange.draft': (input) => exchange.draft(input.projectId),
    'exchange.check': (input) => exchange.check(input.projectId, input.reportId, input.fields, input.names),
    'exchange.publish': (input) =>
      exchange.publish(input.projectId, input.reportId, input.fields, input.names, input.path),
    'exchange.inspect': (input) => exchange.inspect(input.path),
    'exchange.import': (input) => exchange.import(input.path, input.acceptUnverified),
    'exchange.startFrom': (input) => exchange.startFrom(input),
    'exchange.setTrashed': (input) => exchange.setTrashed(input.id, input.isTrashed),
  };
}
