import { findPhrase, sharedContent, startsWithPhrase, wordingFor, wordsOf } from './wording';
import type { LanguageWording, Wording, Words } from './wording';

/** The ten quality criteria of a question (domain 3.4). */
export const QUESTION_CRITERIA = ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7', 'Q8', 'Q9', 'Q10'] as const;

/** One of the ten quality criteria of a question. */
export type QuestionCriterion = (typeof QUESTION_CRITERIA)[number];

/** A hint is never a verdict: `unclear` means the words do not tell and the teacher decides. */
export type HintState = 'pass' | 'fail' | 'unclear';

/** Why a hint says what it says; the plain words are in the locales under `question.reasons`. */
export type QuestionReason =
  | 'empty'
  | 'own'
  | 'outside'
  | 'notSaid'
  | 'yesNo'
  | 'open'
  | 'unusualStart'
  | 'oneChange'
  | 'severalChanges'
  | 'maybeSeveral'
  | 'groupAndSetting'
  | 'noGroup'
  | 'noSetting'
  | 'observable'
  | 'vague'
  | 'noOutcome'
  | 'cannotTell'
  | 'timeNamed'
  | 'noTime'
  | 'longerThanPlan'
  | 'couldBeNo'
  | 'presumes'
  | 'fair'
  | 'loaded'
  | 'yours'
  | 'noProblem'
  | 'sharedWords'
  | 'noSharedWords';

/** What the rules noticed about one criterion. `reason` names the plain words to show; `found` is the phrase that led to it. */
export interface QuestionHint {
  readonly criterion: QuestionCriterion;
  readonly state: HintState;
  readonly reason: QuestionReason;
  readonly found: string | null;
}

/** What else is known about the project while its question is judged. */
export interface QuestionContext {
  readonly problemStatement: string;
  /** Weeks between the planned start and end, when both are set. */
  readonly plannedWeeks: number | null;
}

type Finding = Omit<QuestionHint, 'criterion'>;

const pass = (reason: QuestionReason, found: string | null = null): Finding => ({
  state: 'pass',
  reason,
  found,
});
const doubt = (reason: QuestionReason, found: string | null = null): Finding => ({
  state: 'unclear',
  reason,
  found,
});
const doubtful = (reason: QuestionReason, found: string | null = null): Finding => ({
  state: 'fail',
  reason,
  found,
});

function ownPractice(words: Words, lists: LanguageWording): Finding {
  const outside = findPhrase(words, lists.outside);
  if (outside) return doubtful('outside', outside.text);
  const own = findPhrase(words, lists.own);
  return own ? pass('own', own.text) : doubt('notSaid');
}

function open(words: Words, lists: LanguageWording): Finding {
  const yesNo = startsWithPhrase(words, lists.yesNoStart);
  if (yesNo) return doubtful('yesNo', yesNo.text);
  const opening = startsWithPhrase(words, lists.openStart);
  return opening ? pass('open', opening.text) : doubt('unusualStart');
}

interface Halves {
  readonly change: Words;
  readonly outcome: Words;
}

/** Splits "does X influence Y" at the verb; `null` when the question has another form. */
function halves(words: Words, lists: LanguageWording): Halves | null {
  const start = findPhrase(words, lists.changeStart);
  const from = start?.end ?? 0;
  const verb = findPhrase(words, lists.changeEnd, from);
  return verb ? { change: words.slice(from, verb.start), outcome: words.slice(verb.end) } : null;
}

function oneChange(words: Words, lists: LanguageWording): Finding {
  const parts = halves(words, lists);
  const joiner = findPhrase(parts?.change ?? words, lists.joiners);
  if (!joiner) return pass('oneChange');
  return parts ? doubtful('severalChanges', joiner.text) : doubt('maybeSeveral', joiner.text);
}

function groupAndSetting(words: Words, lists: LanguageWording): Finding {
  const group = findPhrase(words, lists.group);
  if (!group) return doubtful('noGroup');
  const setting = findPhrase(words, lists.setting) ?? findPhrase(words, lists.own);
  return setting ? pass('groupAndSetting', group.text) : doubtful('noSetting', group.text);
}

function observableOutcome(words: Words, lists: LanguageWording): Finding {
  const parts = halves(words, lists);
  const outcome = parts?.outcome ?? words;
  const observable = findPhrase(outcome, lists.outcomes);
  if (observable) return pass('observable', observable.text);
  const vague = findPhrase(outcome, lists.vague);
  if (vague) return doubtful('vague', vague.text);
  // With nothing before the verb ("Чи допомагає читання?") the words after it are the change, not an outcome.
  const isMissing = outcome.length === 0 || parts?.change.length === 0;
  return isMissing ? doubtful('noOutcome') : doubt('cannotTell');
}

/** The largest number of weeks a text names, in digits or words; `null` when it names none ("four times a week"). */
function weeksNamed(words: Words, lists: LanguageWording): number | null {
  const named = words.flatMap((word, index) => {
    const before = words[index - 1];
    if (before === undefined || findPhrase([word], lists.weeks) === null) return [];
    const digits = Number.parseInt(before, 10);
    const weeks = Number.isNaN(digits) ? lists.numbers[before] : digits;
    return weeks === undefined ? [] : [weeks];
  });
  return named.length === 0 ? null : Math.max(...named);
}

function feasible(words: Words, lists: LanguageWording, context: QuestionContext): Finding {
  const weeks = weeksNamed(words, lists);
  if (weeks !== null && context.plannedWeeks !== null && weeks > context.plannedWeeks) {
    return doubtful('longerThanPlan', String(weeks));
  }
  const time = findPhrase(words, lists.time);
  return time ? pass('timeNamed', time.text) : doubt('noTime');
}

function couldBeNo(words: Words, lists: LanguageWording): Finding {
  const presuming = findPhrase(words, lists.presuming);
  return presuming ? doubtful('presumes', presuming.text) : pass('couldBeNo');
}

function fairPremise(words: Words, lists: LanguageWording): Finding {
  const loaded = findPhrase(words, lists.loaded);
  return loaded ? doubtful('loaded', loaded.text) : pass('fair');
}

function linkedToProblem(words: Words, lists: LanguageWording, context: QuestionContext): Finding {
  if (context.problemStatement.trim() === '') return doubt('noProblem');
  const shared = sharedContent(words, wordsOf(context.problemStatement), lists.stop);
  const first = shared[0];
  return first === undefined ? doubt('noSharedWords') : pass('sharedWords', first);
}

/**
 * Judges a question against Q1-Q10 by word lists and field links (domain 3.4): hints only, the teacher decides.
 * An empty question gives `unclear` throughout. Q9 (worth the effort) is always left to the teacher.
 * @param question the draft, in English or Ukrainian
 * @param context what the project already says
 * @param wording the word lists of both languages
 */
export function judgeQuestion(
  question: string,
  context: QuestionContext,
  wording: Wording,
): readonly QuestionHint[] {
  const words = wordsOf(question);
  if (words.length === 0) {
    return QUESTION_CRITERIA.map((criterion) => ({ criterion, ...doubt('empty') }));
  }
  const lists = wordingFor(wording, question);
  const findings: Readonly<Record<QuestionCriterion, Finding>> = {
    Q1: ownPractice(words, lists),
    Q2: open(words, lists),
    Q3: oneChange(words, lists),
    Q4: groupAndSetting(words, lists),
    Q5: observableOutcome(words, lists),
    Q6: feasible(words, lists, context),
    Q7: couldBeNo(words, lists),
    Q8: fairPremise(words, lists),
    Q9: doubt('yours'),
    Q10: linkedToProblem(words, lists, context),
  };
  return QUESTION_CRITERIA.map((criterion) => ({ criterion, ...findings[criterion] }));
}
