/** What a design may claim, and wordings that claim more (domain 5.1 and 5.6). */
export * from './claim-level';
export * from './claim-lint';
export type { ClaimLanguage } from './claim-verbs';
