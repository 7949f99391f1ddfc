import { parentPort } from 'node:worker_threads';
import { checkIntegrity, type IntegrityRequest } from '../adapters/integrity-check';

/** The thread that looks through the database: SQLite's check reads every page and would hold up every call. */
parentPort?.on('message', (request: IntegrityRequest) => {
  parentPort?.postMessage(checkIntegrity(request));
});
