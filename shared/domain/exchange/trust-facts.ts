import { claimLevel, type ClaimLevel } from '../claims';
import { missingFields, type MissingField } from './missing-fields';
import type { PracticeCase } from './practice-case';

/** Facts a reader can weigh, computed from the raw fields on the reader's machine (domain 5.6); never one score. */
export interface TrustFacts {
  readonly claimLevel: ClaimLevel;
  readonly missing: readonly MissingField[];
  readonly perspectives: number;
  readonly cycles: number;
  readonly outcomes: number;
  readonly withheld: number;
  readonly parents: number;
}

/** @param record a case, own or imported */
export function trustFacts(record: PracticeCase): TrustFacts {
  const { evidence, impact } = record;
  const judgement = claimLevel({
    design: evidence.design,
    measuredChanges: impact.outcomes.length,
    perspectives: evidence.perspectives,
    cycles: evidence.cycles,
    baselineSimilarityShown: false,
    demonstrations: 0,
  });
  return {
    claimLevel: judgement.level,
    missing: missingFields(record),
    perspectives: new Set(evidence.perspectives).size,
    cycles: evidence.cycles,
    outcomes: impact.outcomes.length,
    withheld: impact.outcomes.filter((outcome) => outcome.withheld).length,
    parents: record.isBasedOn.length,
  };
}
