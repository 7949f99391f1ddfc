export * from './choices';
export * from './endings';
export * from './fill-gaps';
export * from './export-formats';
export * from './passed-over';
export * from './table-plan';
