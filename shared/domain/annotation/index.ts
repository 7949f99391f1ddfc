export * from './anchor';
export * from './annotation';
export * from './filter';
export * from './match-quote';
export * from './palette';
export * from './rects';
export * from './selectors';
export * from './sort-index';
