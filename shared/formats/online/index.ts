export * from './crossref';
export * from './doi-csl';
export * from './eric';
export * from './openalex';
export * from './record';
export * from './text';
export * from './unpaywall';
