import type { Core } from '../core';
import { OnlineDesk } from '../services/online';
import { OnlineClient, systemTime } from '../services/online-client';
import { registerOnlineJobs } from '../services/online-jobs';
import { OnlineKey } from '../services/online-key';
import { OnlineSources } from '../services/online-sources';
import type { AreaHandlers } from './handler';

/** Calls of area online -> services. @param core shared services */
export function onlineHandlers(core: Core): AreaHandlers<'online'> {
  const client = new OnlineClient({
    db: core.db,
    http: core.http,
    time: core.onlineTime ?? systemTime,
    appVersion: core.appVersion,
  });
  const key = new OnlineKey(core.paths.keys, core.host);
  const sources = new OnlineSources(client, () => key.read());
  registerOnlineJobs(core, sources);
  const desk = new OnlineDesk(core, client, sources, key);
  return {
    'online.status': () => desk.status(),
    'online.setKey': ({ key: value }) => desk.setKey(value),
    'online.clearCache': () => desk.clearCache(),
    'online.cancel': ({ requestId }) => desk.cancel(requestId),
    'online.propose': ({ itemId, requestId }) => desk.propose(itemId, requestId),
    'online.apply': ({ itemId, fields }) => desk.apply(itemId, fields),
    'online.openCopy': ({ itemId, requestId }) => desk.openCopy(itemId, requestId),
    'online.search': (input) => desk.search(input),
    'online.import': (input) => desk.import(input),
    'online.checkRetractions': ({ itemIds }) => desk.checkRetractions(itemIds),
    'online.completeWaiting': () => desk.completeWaiting(),
    'online.retraction': ({ itemId }) => desk.retraction(itemId),
  };
}
