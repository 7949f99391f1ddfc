/** Privacy of pupils' data: classes, pseudonyms, suppression, redaction (domain 4.4 and 4.7). */
export * from './classes';
export * from './pseudonyms';
export * from './redaction';
export * from './suppression';
