import type { PrivacyClass, ShareableClass } from './privacy';
import type { Localized } from './localized';
import type { CanonicalStage, DecisionKind, EthicsTier, Perspective, ProjectStatus } from './vocabulary';

/**
 * A read-only, shareable account of an inquiry for the report writer and the package builder.
 * Built by the service `inquirySummary(projectId)`. It holds classes P0 and P1 only: no consent rows, no persons, no P2 text.
 * Every text is what the user typed; an empty string means "not written yet", an empty list "none".
 */
export interface InquirySummary {
  readonly version: 1;
  readonly projectId: string;
  readonly title: string;
  readonly status: ProjectStatus;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly model: { readonly id: string; readonly title: Localized };
  /** The case this inquiry started from, when it did. */
  readonly lineage: LineageSummary | null;
  readonly context: ContextSummary;
  readonly problem: ProblemSummary;
  readonly question: QuestionSummary;
  readonly baseline: readonly BaselineRow[];
  readonly rationale: RationaleSummary;
  readonly change: ChangeSummary;
  readonly hypotheses: readonly HypothesisRow[];
  readonly indicators: readonly IndicatorRow[];
  /** The triangulation matrix (domain 3.3): what will be gathered, from whom, when. */
  readonly dataRows: readonly DataPlanRow[];
  /** Distinct points of view planned in `dataRows`, in the order of the vocabulary. */
  readonly perspectives: readonly Perspective[];
  readonly ethics: EthicsSummary;
  readonly time: TimeSummary;
  readonly costs: readonly CostRow[];
  readonly risks: readonly RiskRow[];
  /** Role names and what they answer for; never who fills them. */
  readonly roles: readonly RoleRow[];
  readonly smallWins: readonly string[];
  readonly journal: readonly JournalExcerpt[];
  readonly reflection: ReflectionSummary;
  readonly claims: readonly ClaimRow[];
  /** The decision of the current cycle, else of the last decided one. */
  readonly decision: DecisionSummary | null;
  readonly cycles: readonly CycleSummary[];
}

/** The setting in the words of domain 5.5.1, as far as the teacher gave it. */
export interface ContextSummary {
  readonly setting: string;
  readonly country: string;
  readonly phase: string;
  readonly subject: string;
  readonly ageRange: string;
  readonly learnerProfile: string;
}

/** The problem of practice and what was weighed before choosing it. */
export interface ProblemSummary {
  readonly statement: string;
  readonly affectedGroup: string;
  readonly groupSize: number | null;
  readonly evidence: string;
  readonly howLong: string;
  readonly tried: string;
  readonly whyItMatters: string;
  readonly insideControl: string;
  readonly rejectedCandidates: readonly { readonly candidate: string; readonly reason: string }[];
  readonly evidenceLinks: readonly EvidenceLinkSummary[];
}

/** The question in force and the earlier drafts of it. */
export interface QuestionSummary {
  readonly main: string;
  readonly type: string;
  readonly subQuestions: readonly string[];
  readonly scopeOut: string;
}

/** What was seen before anything changed. */
export interface BaselineRow {
  readonly measure: string;
  readonly date: string;
  readonly value: string;
  readonly quality: string;
}

/** A paper or a highlight that something in the inquiry rests on. */
export interface EvidenceLinkSummary {
  readonly linkId: string;
  readonly kind: 'item' | 'annotation';
  /** The item or annotation itself. */
  readonly targetId: string;
  /** The library item cited: equal to `targetId` for items, the annotated paper for annotations. */
  readonly itemId: string;
  /** One line: what the inquiry takes from it. */
  readonly use: string;
  readonly quote: string | null;
  readonly pageLabel: string | null;
  /** Zero-based page, for jumping back to the highlight. */
  readonly pageIndex: number | null;
}

/** Why the team thinks the change will work (S-K-02). */
export interface RationaleSummary {
  readonly kind: 'evidence' | 'professional-judgement' | 'missing';
  readonly links: readonly EvidenceLinkSummary[];
  readonly theoryOfChange: string;
  readonly evidenceType: string;
  readonly contextFit: string;
}

/** The change idea in TIDieR-like items. */
export interface ChangeSummary {
  readonly name: string;
  readonly why: string;
  readonly materials: string;
  readonly procedures: string;
  readonly who: string;
  readonly how: string;
  readonly where: string;
  readonly dosage: string;
  readonly tailoring: string;
  readonly modifications: string;
  readonly fidelityPlanned: string;
  readonly fidelityActual: string;
  readonly stopDoing: readonly string[];
}

/** A hypothesis of the register and what became of it. */
export interface HypothesisRow {
  readonly id: string;
  readonly statement: string;
  readonly wouldRefute: string;
  readonly status: 'open' | 'supported' | 'rejected' | 'undecided';
}

/** One success indicator, with the change worth having fixed before the data. */
export interface IndicatorRow {
  readonly id: string;
  readonly indicator: string;
  readonly measureId: string;
  readonly direction: 'up' | 'down' | 'same' | '';
  readonly worthHaving: string;
  readonly harm: boolean;
}

/** One row of the triangulation matrix. */
export interface DataPlanRow {
  readonly id: string;
  readonly subQuestion: string;
  readonly source: string;
  readonly method: string;
  readonly perspective: Perspective | '';
  readonly when: string;
  readonly who: string;
  readonly analysis: string;
  readonly privacy: PrivacyClass;
}

/** The ethics arrangements as numbers and rules; never a participant. */
export interface EthicsSummary {
  readonly tier: EthicsTier | null;
  readonly institutionFirst: boolean;
  readonly arrangements: string;
  readonly retentionDate: string;
  readonly consent: {
    readonly participants: number;
    readonly usable: number;
    readonly pending: number;
    readonly refused: number;
    readonly withdrawn: number;
  };
}

/** Planned and used time. */
export interface TimeSummary {
  readonly start: string;
  readonly end: string;
  readonly weeks: number | null;
  readonly plannedHoursPerWeek: number;
  readonly budgetHoursPerWeek: number | null;
}

/** One line of the resource and cost register. */
export interface CostRow {
  readonly what: string;
  readonly kind: string;
  readonly amount: number | null;
  readonly recurring: boolean;
}

/** One risk and what is done about it. */
export interface RiskRow {
  readonly risk: string;
  readonly likelihood: string;
  readonly effect: string;
  readonly mitigation: string;
}

/** A role, without its person. */
export interface RoleRow {
  readonly activity: string;
  readonly accountable: string;
  readonly responsible: string;
}

/** A journal entry that its writer marked as open or shareable. */
export interface JournalExcerpt {
  readonly id: string;
  readonly kind: string;
  readonly date: string;
  readonly title: string;
  readonly description: string;
  readonly interpretation: string;
  readonly privacy: ShareableClass;
  readonly cycleNumber: number;
  readonly amends: string | null;
}

/** What the team makes of what it saw. */
export interface ReflectionSummary {
  readonly whatHappened: string;
  readonly expected: string;
  readonly otherExplanations: string;
  readonly assumption: string;
  readonly limits: string;
  readonly differently: string;
  readonly advice: string;
  readonly openQuestions: readonly string[];
}

/** A sentence the team is ready to stand by. */
export interface ClaimRow {
  readonly id: string;
  readonly claim: string;
  readonly evidence: string;
  readonly limits: string;
}

/** What was decided at the end of a cycle and why. */
export interface DecisionSummary {
  readonly kind: DecisionKind;
  readonly reason: string;
  readonly decidedAt: string;
  readonly cycleNumber: number;
}

/** One cycle and the stages it went through. */
export interface CycleSummary {
  readonly id: string;
  readonly number: number;
  readonly startedAt: string;
  readonly closedAt: string | null;
  readonly question: string;
  readonly decision: DecisionKind | null;
  readonly stages: readonly {
    readonly stageId: string;
    readonly canonical: CanonicalStage;
    readonly title: Localized;
    readonly status: 'not-started' | 'active' | 'done' | 'returned' | 'skipped';
  }[];
}

/** The published case an inquiry was started from. */
export interface LineageSummary {
  readonly caseId: string;
  readonly version: string;
  readonly title: string;
  readonly changes: string;
}
