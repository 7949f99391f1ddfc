export * from './csl';
export * from './read';
export * from './restore';
export * from './write';
