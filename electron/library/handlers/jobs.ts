import type { Core } from '../core';
import type { AreaHandlers } from './handler';

/** Jobs and their per-record reports. @param core shared services */
export function jobsHandlers(core: Core): AreaHandlers<'jobs'> {
  return {
    'jobs.list': (input) => core.jobs.list(input.activeOnly),
    'jobs.get': (input) => core.jobs.get(input.jobId),
    'jobs.cancel': (input) => core.jobs.cancel(input.jobId),
    'jobs.records': (input) => core.jobs.records(input),
  };
}
