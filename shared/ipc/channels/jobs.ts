/** Call names of area jobs: all the preload may know of it. */
export const jobsChannels = ['jobs.list', 'jobs.get', 'jobs.cancel', 'jobs.records'] as const;
