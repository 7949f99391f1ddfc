export * from './csl';
export * from './read';
export * from './restore';
