/** Practice cases: schema, licences, what is missing, trust facts, the check before sharing. */
export * from './build-case';
export * from './licences';
export * from './missing-fields';
export * from './practice-case';
export * from './share-check';
export * from './trust-facts';
