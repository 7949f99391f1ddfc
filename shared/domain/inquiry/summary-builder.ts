import type { FieldCatalogue } from './field-schema';
import { findField } from './field-schema';
import { rowsOf, textOf } from './field-values';
import type { FieldRow, FieldValue, FieldValues } from './field-values';
import { isShareable, PRIVACY_CLASSES } from './privacy';
import type { PrivacyClass } from './privacy';
import type { CycleModel } from './model-schema';
import { PERSPECTIVES } from './vocabulary';
import type { Perspective } from './vocabulary';
import { countConsent } from './consent';
import type { ConsentRecord } from './consent';
import { ethicsAnswers, ethicsTier } from './ethics';
import { latestRun } from './engine-types';
import type { EngineState } from './engine-types';
import { plannedWeeks, workload } from './workload';
import type { EvidenceLinkSummary, HypothesisRow, IndicatorRow, InquirySummary, JournalExcerpt, LineageSummary } from './summary';

/** A journal entry as stored, of any privacy class. */
export interface JournalRecord extends Omit<JournalExcerpt, 'privacy'> {
  readonly privacy: PrivacyClass;
}

/** What a summary is made of. */
export interface SummarySource {
  readonly title: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly lineage: LineageSummary | null;
  readonly model: CycleModel;
  readonly catalogue: FieldCatalogue;
  readonly state: EngineState;
  /** The values of the cycle to summarise. */
  readonly values: FieldValues;
  /** The main question of each cycle, by cycle id. */
  readonly questions: Readonly<Record<string, string | undefined>>;
  /** The links of each links field of that cycle. */
  readonly links: Readonly<Record<string, readonly EvidenceLinkSummary[] | undefined>>;
  readonly consent: readonly ConsentRecord[];
  readonly journal: readonly JournalRecord[];
}

type Reader = ReturnType<typeof readerOf>;

/** Reads values through the allow-list: a field that is not P0 or P1 reads as empty. */
function readerOf(source: SummarySource) {
  const shareable = (key: string): FieldValue | undefined => {
    const field = findField(source.catalogue, key);
    return field && isShareable(field.privacy) ? source.values[key] : undefined;
  };
  const number = (key: string): number | null => {
    const value = shareable(key);
    return typeof value === 'number' ? value : null;
  };
  return {
    text: (key: string): string => textOf(shareable(key)),
    number,
    rows: <Row>(key: string, read: (row: FieldRow) => Row): readonly Row[] => rowsOf(shareable(key)).map(read),
    column: (key: string, column: string): readonly string[] =>
      rowsOf(shareable(key))
        .map((row) => textOf(row[column]))
        .filter((text) => text !== ''),
  };
}

const cell = (row: FieldRow, column: string): string => textOf(row[column]);

function oneOf<const Allowed extends readonly string[]>(allowed: Allowed, text: string): Allowed[number] | null {
  return allowed.find((candidate) => candidate === text) ?? null;
}

function changeOf({ text, column }: Reader): InquirySummary['change'] {
  return {
    name: text('change.name'),
    why: text('change.why'),
    materials: text('change.materials'),
    procedures: text('change.procedures'),
    who: text('change.who'),
    how: text('change.how'),
    where: text('change.where'),
    dosage: text('change.dosage'),
    tailoring: text('change.tailoring'),
    modifications: text('change.modifications'),
    fidelityPlanned: text('change.fidelityPlanned'),
    fidelityActual: text('change.fidelityActual'),
    stopDoing: column('change.stop', 'what'),
  };
}

function problemOf({ text, number, rows, column }: Reader, source: SummarySource): InquirySummary['problem'] {
  return {
    statement: text('problem.statement'),
    affectedGroup: text('problem.affected'),
    groupSize: number('problem.groupSize'),
    evidence: column('problem.evidence', 'what').join('; '),
    howLong: text('problem.howLong'),
    tried: text('problem.tried'),
    whyItMatters: text('problem.whyItMatters'),
    insideControl: text('problem.insideControl'),
    rejectedCandidates: rows('problem.rejected', (row) => ({
      candidate: cell(row, 'candidate'),
      reason: cell(row, 'reason'),
    })),
    evidenceLinks: source.links['problem.evidenceLinks'] ?? [],
  };
}

function rationaleOf({ text }: Reader, source: SummarySource): InquirySummary['rationale'] {
  const links = source.links['rationale.links'] ?? [];
  const isJudgement = source.values['rationale.judgementOnly'] === true;
  return {
    kind: links.length > 0 ? 'evidence' : isJudgement ? 'professional-judgement' : 'missing',
    links,
    theoryOfChange: text('rationale.theory'),
    evidenceType: text('rationale.evidenceType'),
    contextFit: text('rationale.contextFit'),
  };
}

function reflectionOf({ text, column }: Reader): InquirySummary['reflection'] {
  return {
    whatHappened: text('reflect.whatHappened'),
    expected: text('reflect.expected'),
    otherExplanations: text('reflect.otherExplanations'),
    assumption: text('reflect.assumption'),
    limits: text('reflect.limits'),
    differently: text('reflect.differently'),
    advice: text('reflect.advice'),
    openQuestions: column('reflect.openQuestions', 'question'),
  };
}

function ethicsOf({ text }: Reader, source: SummarySource): InquirySummary['ethics'] {
  const outcome = ethicsTier(ethicsAnswers(source.values));
  return {
    tier: outcome.tier,
    institutionFirst: outcome.institutionFirst,
    arrangements: text('ethics.arrangements'),
    retentionDate: text('ethics.retentionDate'),
    consent: countConsent(source.consent, outcome.tier),
  };
}

function hypothesisOf(row: FieldRow): HypothesisRow {
  return {
    id: row.id,
    statement: cell(row, 'statement'),
    wouldRefute: cell(row, 'wouldRefute'),
    status: oneOf(['open', 'supported', 'rejected', 'undecided'], cell(row, 'status')) ?? 'open',
  };
}

function indicatorOf(row: FieldRow): IndicatorRow {
  return {
    id: row.id,
    indicator: cell(row, 'indicator'),
    measureId: cell(row, 'measureId'),
    direction: oneOf(['up', 'down', 'same'], cell(row, 'direction')) ?? '',
    worthHaving: cell(row, 'worthHaving'),
    harm: row['harm'] === true,
  };
}

function dataRowOf(row: FieldRow): InquirySummary['dataRows'][number] {
  return {
    id: row.id,
    subQuestion: cell(row, 'subQuestion'),
    source: cell(row, 'source'),
    method: cell(row, 'method'),
    perspective: oneOf(PERSPECTIVES, cell(row, 'perspective')) ?? '',
    when: cell(row, 'when'),
    who: cell(row, 'who'),
    analysis: cell(row, 'analysis'),
    // What nobody classified stays on this computer.
    privacy: oneOf(PRIVACY_CLASSES, cell(row, 'privacy')) ?? 'P2',
  };
}

function decisionOf(state: EngineState): InquirySummary['decision'] {
  const decided = state.cycles.findLast((cycle) => cycle.decision !== null);
  if (!decided?.decision) return null;
  return {
    kind: decided.decision,
    reason: decided.decisionReason ?? '',
    decidedAt: decided.closedAt ?? '',
    cycleNumber: decided.number,
  };
}

function cyclesOf(source: SummarySource): InquirySummary['cycles'] {
  return source.state.cycles.map((cycle) => ({
    id: cycle.id,
    number: cycle.number,
    startedAt: cycle.startedAt,
    closedAt: cycle.closedAt,
    question: source.questions[cycle.id] ?? '',
    decision: cycle.decision,
    stages: source.model.stages.map((stage) => ({
      stageId: stage.id,
      canonical: stage.canonical,
      title: stage.title,
      status: latestRun(source.state, cycle.id, stage.id)?.status ?? 'not-started',
    })),
  }));
}

/**
 * Builds the shareable account of an inquiry. Fields, journal entries and consent pass an allow-list: only classes P0 and P1,
 * consent as numbers, roles without persons.
 * @param source what the library holds
 */
export function buildSummary(source: SummarySource): InquirySummary {
  const reader = readerOf(source);
  const { text, rows, column, number } = reader;
  const dataRows = rows('dataplan.rows', dataRowOf);
  const planned = new Set(dataRows.map((row) => row.perspective));
  return {
    version: 1,
    projectId: source.state.projectId,
    title: source.title,
    status: source.state.status,
    createdAt: source.createdAt,
    updatedAt: source.updatedAt,
    model: { id: source.model.id, title: source.model.title },
    lineage: source.lineage,
    context: {
      setting: text('context.setting'),
      country: text('context.country'),
      phase: text('context.phase'),
      subject: text('context.subject'),
      ageRange: text('context.ageRange'),
      learnerProfile: text('context.learnerProfile'),
    },
    problem: problemOf(reader, source),
    question: {
      main: text('question.main'),
      type: text('question.type'),
      subQuestions: column('question.sub', 'text'),
      scopeOut: text('question.scopeOut'),
    },
    baseline: rows('baseline.rows', (row) => ({
      measure: cell(row, 'measure'),
      date: cell(row, 'date'),
      value: cell(row, 'value'),
      quality: cell(row, 'quality'),
    })),
    rationale: rationaleOf(reader, source),
    change: changeOf(reader),
    hypotheses: rows('hypotheses.register', hypothesisOf),
    indicators: rows('indicators.rows', indicatorOf),
    dataRows,
    perspectives: PERSPECTIVES.filter((perspective: Perspective) => planned.has(perspective)),
    ethics: ethicsOf(reader, source),
    time: {
      start: text('time.start'),
      end: text('time.end'),
      weeks: plannedWeeks(source.values),
      plannedHoursPerWeek: workload(source.values).hoursPerWeek,
      budgetHoursPerWeek: number('time.budget'),
    },
    costs: rows('cost.rows', (row) => ({
      what: cell(row, 'what'),
      kind: cell(row, 'kind'),
      amount: typeof row['amount'] === 'number' ? row['amount'] : null,
      recurring: row['recurring'] === true,
    })),
    risks: rows('risk.rows', (row) => ({
      risk: cell(row, 'risk'),
      likelihood: cell(row, 'likelihood'),
      effect: cell(row, 'effect'),
      mitigation: cell(row, 'mitigation'),
    })),
    roles: rows('roles.activities', (row) => ({
      activity: cell(row, 'activity'),
      accountable: cell(row, 'accountable'),
      responsible: cell(row, 'responsible'),
    })),
    smallWins: column('act.wins', 'what'),
    journal: source.journal.flatMap(({ privacy, ...entry }) => (isShareable(privacy) ? [{ ...entry, privacy }] : [])),
    reflection: reflectionOf(reader),
    claims: rows('reflect.claims', (row) => ({
      id: row.id,
      claim: cell(row, 'claim'),
      evidence: cell(row, 'evidence'),
      limits: cell(row, 'limits'),
    })),
    decision: decisionOf(source.state),
    cycles: cyclesOf(source),
  };
}
