/** The quantities of domain 2.4 (F1-F24), pure functions checked against G1-G13. */
export * from './attrition';
export * from './between-groups';
export * from './conversions';
export * from './correlation';
export * from './descriptives';
export type { BetweenGroupEffect } from './effects';
export * from './meta-analysis';
export * from './months';
export * from './nonparametric';
export * from './paired';
export * from './probability-value';
export * from './proportions';
export * from './reliability';
export * from './single-case';
