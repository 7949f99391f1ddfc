/** Reports: their document model, citations, evidence, templates and checks. Pure; nothing here reads or writes. */
export * from './citation';
export * from './claim-check';
export * from './document';
export * from './evidence';
export * from './export-model';
export * from './locator';
export * from './prefill';
export * from './template';
export * from './walk';
