/** Call names of area exchange: all the preload may know of it. */
export const exchangeChannels = [
  'exchange.list',
  'exchange.get',
  'exchange.draft',
  'exchange.check',
  'exchange.publish',
  'exchange.inspect',
  'exchange.import',
  'exchange.startFrom',
  'exchange.setTrashed',
] as const;
