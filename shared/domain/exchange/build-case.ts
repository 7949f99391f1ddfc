import type { DesignClass } from '../claims';
import type { SharedAnalysis } from '../dataset/shared-analysis';
import type { InquirySummary } from '../inquiry/summary';
import type { CaseLicence, CaseReference, PracticeCase } from './practice-case';

/** An analysis after suppression, with what its outcome row says. */
export interface SharedOutcome {
  readonly measureId: string;
  readonly construct: string;
  readonly perspective: string;
  readonly shared: SharedAnalysis;
}

/** What the person adds when publishing; everything else comes from the inquiry. */
export interface PublishFields {
  readonly title: string;
  readonly summary: string;
  readonly language: 'en' | 'uk';
  readonly licence: CaseLicence;
  readonly creators: readonly string[];
  readonly verdict: PracticeCase['impact']['verdict'];
  readonly threats: PracticeCase['confidence']['threats'];
  readonly limitations: string;
  readonly differently: string;
  readonly advice: string;
  readonly keywords: readonly string[];
}

/** Identity of the version that is published. */
export interface CaseIdentity {
  readonly caseId: string;
  readonly version: number;
  readonly publishedAt: string;
  readonly appVersion: string;
}

/**
 * Builds the case from the inquiry's P0/P1 summary, the suppressed results and what the person wrote.
 * @param summary account of the inquiry without P2 and P3
 * @param outcomes results after suppression
 * @param perspectives points of view with data
 */
export function buildCase(
  identity: CaseIdentity,
  fields: PublishFields,
  summary: InquirySummary,
  outcomes: readonly SharedOutcome[],
  perspectives: readonly string[],
  basedOn: readonly CaseReference[],
): PracticeCase {
  const { context, change, reflection, time } = summary;
  return {
    schema: 'practice-case/1',
    ...identity,
    title: fields.title,
    summary: fields.summary,
    language: fields.language,
    licence: fields.licence,
    creators: [...fields.creators],
    context: { ...context, weeks: time.weeks },
    problem: summary.problem.statement,
    question: summary.question.main,
    theoryOfChange: summary.rationale.theoryOfChange,
    intervention: {
      name: change.name,
      why: change.why,
      materials: change.materials,
      procedures: change.procedures,
      who: change.who,
      how: change.how,
      where: change.where,
      dosage: change.dosage,
      tailoring: change.tailoring,
      modifications: change.modifications,
      fidelityPlanned: change.fidelityPlanned,
      fidelityActual: change.fidelityActual,
    },
    evidence: {
      modelId: summary.model.id,
      cycles: summary.cycles.filter((cycle) => cycle.decision !== null).length || 1,
      design: designOf(outcomes),
      perspectives: [...new Set(perspectives)],
      measures: outcomes.map((outcome) => ({ id: outcome.measureId, name: outcome.construct })),
    },
    impact: { outcomes: outcomes.map(outcomeRow), verdict: fields.verdict, unintended: '' },
    cost: {
      rows: summary.costs.map((row) => ({ what: row.what, amount: row.amount })),
      hoursPerWeek: time.plannedHoursPerWeek,
    },
    confidence: {
      threats: [...fields.threats],
      limitations: fields.limitations,
      differently: fields.differently,
      openQuestions: [...reflection.openQuestions],
    },
    advice: fields.advice,
    decision: summary.decision?.kind ?? '',
    isBasedOn: [...basedOn],
    keywords: [...fields.keywords],
  };
}

function designOf(outcomes: readonly SharedOutcome[]): DesignClass {
  return outcomes.length > 0 ? 'single-group' : 'story';
}

function outcomeRow(outcome: SharedOutcome): PracticeCase['impact']['outcomes'][number] {
  const { shared } = outcome;
  const base = { construct: outcome.construct, measureId: outcome.measureId };
  if (shared.kind === 'withheld') {
    return {
      ...base,
      direction: 'higher',
      n: null,
      change: null,
      interval: null,
      effect: null,
      withheld: true,
    };
  }
  return {
    ...base,
    direction: shared.better,
    n: shared.n,
    change: shared.difference,
    interval: shared.interval,
    effect: shared.effect ? effectRow(shared.effect) : null,
    withheld: false,
  };
}

function effectRow(effect: NonNullable<Extract<SharedAnalysis, { kind: 'aggregate' }>['effect']>): {
  type: string;
  value: number;
  interval: { low: number; high: number };
} {
  return {
    type: 'g_pre',
    value: effect.value,
    interval: { low: effect.interval.low, high: effect.interval.high },
  };
}
