import { findPhrase, wordingFor, wordsOf } from './wording';
import type { Wording } from './wording';
import type { HintState } from './question-quality';

/** The seven tests of a problem of practice (S-L10-03). */
export const PROBLEM_TESTS = [
  'within-control',
  'observable',
  'specific-group',
  'time-boxed',
  'measurable',
  'ethical',
  'one-focus',
] as const;

/** One of the seven tests of a problem of practice. */
export type ProblemTest = (typeof PROBLEM_TESTS)[number];

/** Why a hint says what it says; the plain words are in the locales under `problem.reasons`. */
export type ProblemReason =
  | 'empty'
  | 'outside'
  | 'controlNotSaid'
  | 'controlSaid'
  | 'observable'
  | 'evidence'
  | 'remedy'
  | 'notObservable'
  | 'group'
  | 'groupFields'
  | 'groupSizeMissing'
  | 'noGroup'
  | 'time'
  | 'timeField'
  | 'noTime'
  | 'number'
  | 'countable'
  | 'noNumber'
  | 'fair'
  | 'loaded'
  | 'oneFocus'
  | 'otherActive'
  | 'maybeSeveral';

/** What the rules noticed about one test. */
export interface ProblemHint {
  readonly test: ProblemTest;
  readonly state: HintState;
  readonly reason: ProblemReason;
  readonly found: string | null;
}

/** What else the problem record says. */
export interface ProblemContext {
  readonly affected: string;
  readonly groupSize: number | null;
  readonly howLong: string;
  readonly insideControl: string;
  /** Rows and links that show the problem exists. */
  readonly evidenceCount: number;
  /** Other projects of this library that are running now. */
  readonly otherActiveProjects: number;
}

type Finding = Omit<ProblemHint, 'test'>;

const passed = (reason: ProblemReason, found: string | null = null): Finding => ({
  state: 'pass',
  reason,
  found,
});
const failed = (reason: ProblemReason, found: string | null = null): Finding => ({
  state: 'fail',
  reason,
  found,
});
const unclear = (reason: ProblemReason, found: string | null = null): Finding => ({
  state: 'unclear',
  reason,
  found,
});

/**
 * Runs the seven tests on a problem of practice: word lists on the statement, helped by the other fields of the record.
 * @param statement the problem in the user's words, English or Ukrainian
 * @param context the rest of the problem record
 * @param wording the word lists of both languages
 */
export function judgeProblem(
  statement: string,
  context: ProblemContext,
  wording: Wording,
): readonly ProblemHint[] {
  const words = wordsOf(statement);
  if (words.length === 0) {
    return PROBLEM_TESTS.map((test) => ({ test, ...unclear('empty') }));
  }
  const lists = wordingFor(wording, statement);
  const number = words.find((word) => /^\d/u.test(word) || lists.numbers[word] !== undefined) ?? null;
  const outside = findPhrase(words, lists.outside);
  const observable = findPhrase(words, lists.measures) ?? findPhrase(words, lists.outcomes);
  const group = findPhrase(words, lists.group);
  const time = findPhrase(words, lists.time);
  const loaded = findPhrase(words, lists.loaded);
  const joiner = findPhrase(words, lists.joiners);
  const remedy = findPhrase(words.slice(0, 1), lists.remedies);

  const withinControl = (): Finding => {
    if (outside) return failed('outside', outside.text);
    return context.insideControl.trim() === '' ? unclear('controlNotSaid') : passed('controlSaid');
  };
  const isObservable = (): Finding => {
    if (observable) return passed('observable', observable.text);
    if (context.evidenceCount > 0) return passed('evidence');
    return remedy ? failed('remedy', remedy.text) : failed('notObservable');
  };
  const specificGroup = (): Finding => {
    if (group && number !== null) return passed('group', group.text);
    if (context.affected.trim() !== '' && context.groupSize !== null) return passed('groupFields');
    return failed(group ? 'groupSizeMissing' : 'noGroup');
  };
  const timeBoxed = (): Finding => {
    if (time) return passed('time', time.text);
    return context.howLong.trim() === '' ? failed('noTime') : passed('timeField');
  };
  const measurable = (): Finding => {
    if (number !== null) return passed('number', number);
    return observable && context.groupSize !== null ? passed('countable') : failed('noNumber');
  };
  const oneFocus = (): Finding => {
    if (context.otherActiveProjects > 0) return failed('otherActive', String(context.otherActiveProjects));
    return joiner ? unclear('maybeSeveral', joiner.text) : passed('oneFocus');
  };
  const findings: Readonly<Record<ProblemTest, Finding>> = {
    'within-control': withinControl(),
    observable: isObservable(),
    'specific-group': specificGroup(),
    'time-boxed': timeBoxed(),
    measurable: measurable(),
    ethical: loaded ? failed('loaded', loaded.text) : passed('fair'),
    'one-focus': oneFocus(),
  };
  return PROBLEM_TESTS.map((test) => ({ test, ...findings[test] }));
}
