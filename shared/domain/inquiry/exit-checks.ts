import type { FieldCatalogue } from './field-schema';
import { findField } from './field-schema';
import type { Localized } from './localized';
import type { ExitCheck, ModelStage } from './model-schema';
import { completeRows, isCellFilled, isFieldFilled, rowsOf, textOf } from './field-values';
import type { FieldValues, LinkCounts } from './field-values';
import { judgeQuestion } from './question-quality';
import { judgeProblem } from './problem-quality';
import type { Wording } from './wording';
import { plannedWeeks, workload } from './workload';
import { ethicsAnswers, ethicsTier, isAtLeast } from './ethics';
import type { ConsentRecord } from './consent';
import type { GuidanceLevel } from './vocabulary';

/** Everything an exit check may look at. */
export interface CheckContext {
  readonly catalogue: FieldCatalogue;
  readonly wording: Wording;
  readonly values: FieldValues;
  readonly links: LinkCounts;
  readonly consent: readonly ConsentRecord[];
  /** The kinds of the journal entries of this cycle, one per entry. */
  readonly journalKinds: readonly string[];
  readonly datasetCount: number;
  /** When the first data of this cycle came in, ISO 8601 UTC. */
  readonly firstDataAt: string | null;
  readonly otherActiveProjects: number;
}

/** The outcome of one exit check. */
export interface CheckResult {
  readonly id: string;
  readonly level: 'must' | 'should';
  readonly isMet: boolean;
  /** `null` for the check that every model has: its required fields (the app words it from `missing`). */
  readonly label: Localized | null;
  readonly tip: { readonly title: Localized; readonly body: Localized } | null;
  /** Field keys to look at. */
  readonly missing: readonly string[];
  /** Codes of the hints behind an unmet check, such as `Q4` or `time-boxed`. */
  readonly hints: readonly string[];
}

interface Finding {
  readonly isMet: boolean;
  readonly missing?: readonly string[];
  readonly hints?: readonly string[];
}

function unfilled(keys: readonly string[], context: CheckContext): readonly string[] {
  return keys.filter((key) => {
    const field = findField(context.catalogue, key);
    return field === undefined || !isFieldFilled(field, context.values, context.links);
  });
}

function fullRows(key: string, context: CheckContext) {
  const field = findField(context.catalogue, key);
  return field?.type === 'rows' ? completeRows(field, context.values[key]) : [];
}

/**
 * Whether every filled cell was filled before the first data came in. Decided once: a late date cannot be mended by
 * editing, and is reported as it is.
 */
function setBeforeData(
  check: Extract<ExitCheck, { check: 'set-before-data' }>,
  context: CheckContext,
): Finding {
  const rows = rowsOf(context.values[check.field]);
  const isSet = rows.length > 0 && rows.every((row) => isCellFilled(row[check.column]));
  const { firstDataAt } = context;
  const isEarly = rows.every((row) => firstDataAt === null || textOf(row[check.stamp]) <= firstDataAt);
  return { isMet: isSet && isEarly, missing: [check.field], hints: isSet && !isEarly ? ['after-data'] : [] };
}

function consentFinding(context: CheckContext): Finding {
  const { tier } = ethicsTier(ethicsAnswers(context.values));
  if (tier === null) return { isMet: false, hints: ['tier-open'] };
  if (!isAtLeast(tier, 'T2')) return { isMet: true };
  const waiting = context.consent.filter(
    (record) => record.withdrawnAt === null && (record.guardian === 'pending' || record.assent === 'pending'),
  );
  if (context.consent.length === 0) return { isMet: false, hints: ['no-participants'] };
  return { isMet: waiting.length === 0, hints: waiting.length > 0 ? ['pending'] : [] };
}

/** Each activity must name exactly one role: a list such as "scribe, sponsor" is two (S-L10-07). */
function oneAccountable(field: string, context: CheckContext): Finding {
  const rows = rowsOf(context.values[field]);
  const isSingle = (text: string): boolean => text !== '' && !/[,;/&+]|\s(?:and|та|і|й)\s/iu.test(text);
  return {
    isMet: rows.length > 0 && rows.every((row) => isSingle(textOf(row['accountable']))),
    missing: [field],
  };
}

function problemFinding(check: Extract<ExitCheck, { check: 'problem' }>, context: CheckContext): Finding {
  const { values } = context;
  const size = values['problem.groupSize'];
  const hints = judgeProblem(
    textOf(values[check.field]),
    {
      affected: textOf(values['problem.affected']),
      groupSize: typeof size === 'number' ? size : null,
      howLong: textOf(values['problem.howLong']),
      insideControl: textOf(values['problem.insideControl']),
      evidenceCount:
        fullRows('problem.evidence', context).length + (context.links['problem.evidenceLinks'] ?? 0),
      otherActiveProjects: context.otherActiveProjects,
    },
    context.wording,
  );
  const failing = hints.filter((hint) => check.tests.includes(hint.test) && hint.state === 'fail');
  const isEmpty = textOf(values[check.field]) === '';
  return {
    isMet: !isEmpty && failing.length === 0,
    missing: [check.field],
    hints: failing.map((hint) => hint.test),
  };
}

function questionFinding(check: Extract<ExitCheck, { check: 'question' }>, context: CheckContext): Finding {
  const { values } = context;
  const question = textOf(values[check.field]);
  const hints = judgeQuestion(
    question,
    { problemStatement: textOf(values['problem.statement']), plannedWeeks: plannedWeeks(values) },
    context.wording,
  );
  const failing = hints.filter((hint) => check.criteria.includes(hint.criterion) && hint.state === 'fail');
  return {
    isMet: question !== '' && failing.length === 0,
    missing: [check.field],
    hints: failing.map((hint) => hint.criterion),
  };
}

function evaluate(check: ExitCheck, context: CheckContext): Finding {
  switch (check.check) {
    case 'filled': {
      const missing = unfilled(check.fields, context);
      return { isMet: missing.length === 0, missing };
    }
    case 'any-filled': {
      const missing = unfilled(check.fields, context);
      return { isMet: missing.length < check.fields.length, missing };
    }
    case 'min-rows': {
      const column = check.where;
      const rows = fullRows(check.field, context).filter(
        (row) => column === undefined || isCellFilled(row[column]),
      );
      return { isMet: rows.length >= check.count, missing: [check.field] };
    }
    case 'distinct': {
      const cells = rowsOf(context.values[check.field]).map((row) => textOf(row[check.column]));
      const distinct = new Set(cells.filter((cell) => cell !== ''));
      return { isMet: distinct.size >= check.count, missing: [check.field] };
    }
    case 'min-links':
      return { isMet: (context.links[check.field] ?? 0) >= check.count, missing: [check.field] };
    case 'set-before-data':
      return setBeforeData(check, context);
    case 'question':
      return questionFinding(check, context);
    case 'problem':
      return problemFinding(check, context);
    case 'ethics-tier': {
      const outcome = ethicsTier(ethicsAnswers(context.values));
      return {
        isMet: outcome.tier !== null,
        missing: outcome.unanswered.map((question) => `ethics.${question}`),
      };
    }
    case 'consent':
      return consentFinding(context);
    case 'workload':
      return { isMet: !workload(context.values).isTooMuch, missing: ['time.activities'] };
    case 'one-accountable':
      return oneAccountable(check.field, context);
    case 'journal': {
      const fitting = context.journalKinds.filter(
        (kind) => check.kinds.length === 0 || check.kinds.includes(kind),
      );
      return { isMet: fitting.length >= check.count };
    }
    case 'data':
      return { isMet: context.datasetCount >= check.count };
    case 'not-choice': {
      const chosen = textOf(context.values[check.field]);
      return { isMet: chosen !== '' && chosen !== check.option, missing: [check.field] };
    }
    case 'hypotheses-decided': {
      const rows = fullRows(check.field, context);
      const isDecided = rows.every((row) =>
        ['supported', 'rejected', 'undecided'].includes(textOf(row['status'])),
      );
      return { isMet: rows.length > 0 && isDecided, missing: [check.field] };
    }
  }
}

/** The id of the check that every stage with required fields has. */
export const REQUIRED_FIELDS_CHECK = 'required-fields';

/**
 * Runs every exit check of a stage: the required fields first, then the checks its model names, in the model's order (S-K-04).
 * @param stage the stage to leave
 * @param context what the project holds
 */
export function runExitChecks(stage: ModelStage, context: CheckContext): readonly CheckResult[] {
  const missing = unfilled(stage.requiredFields, context);
  const required: readonly CheckResult[] =
    stage.requiredFields.length === 0
      ? []
      : [
          {
            id: REQUIRED_FIELDS_CHECK,
            level: 'must',
            isMet: missing.length === 0,
            label: null,
            tip: null,
            missing,
            hints: [],
          },
        ];
  const named = stage.exitChecks.map((check) => {
    const finding = evaluate(check, context);
    return {
      id: check.id,
      level: check.level,
      isMet: finding.isMet,
      label: check.label,
      tip: check.tip ?? null,
      missing: finding.isMet ? [] : (finding.missing ?? []),
      hints: finding.hints ?? [],
    };
  });
  return [...required, ...named];
}

/**
 * The checks that hold the stage back.
 * @param results outcomes of `runExitChecks`
 */
export function blockingChecks(results: readonly CheckResult[]): readonly CheckResult[] {
  return results.filter((result) => result.level === 'must' && !result.isMet);
}

/**
 * The checks to show: guided and light show all, free shows those that hold the stage back. Nothing stored depends on it (S-L10-08).
 * @param results outcomes of `runExitChecks`
 * @param guidance how much coaching the user wants
 */
export function visibleChecks(
  results: readonly CheckResult[],
  guidance: GuidanceLevel,
): readonly CheckResult[] {
  return guidance === 'free' ? results.filter((result) => result.level === 'must') : results;
}
