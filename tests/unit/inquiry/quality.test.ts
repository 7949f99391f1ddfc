import { describe, expect, it } from 'vitest';
import { judgeProblem, judgeQuestion, wordsOf } from '@shared/domain/inquiry';
import type { HintState, QuestionCriterion } from '@shared/domain/inquiry';
import { wording } from '../../builders/inquiry';

const problem = '12 of 26 pupils read below 90 words/min';

function states(question: string, problemStatement = problem, plannedWeeks: number | null = null) {
  const hints = judgeQuestion(question, { problemStatement, plannedWeeks }, wording);
  const by = (state: HintState): QuestionCriterion[] =>
    hints.filter((hint) => hint.state === state).map((hint) => hint.criterion);
  return { pass: by('pass'), fail: by('fail'), unclear: by('unclear') };
}

const revised =
  'How does 10 minutes of paired reading four times a week influence oral reading fluency of my 12 slower readers over 8 weeks?';

describe('question quality Q1-Q10 (domain 3.4)', () => {
  it('story 1: the first draft fails Q2, Q4 and Q5 and nothing else', () => {
    expect(states('Does reading help?').fail).toEqual(['Q2', 'Q4', 'Q5']);
  });

  it('story 1: the revised question passes everything that can be told from its text', () => {
    expect(states(revised)).toEqual({
      pass: ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7', 'Q8', 'Q10'],
      fail: [],
      unclear: ['Q9'],
    });
  });

  it('reads numbers written as words', () => {
    const words =
      'How does ten minutes of paired reading four times a week influence the oral reading fluency of my twelve slower readers over eight weeks?';
    expect(states(words).fail).toEqual([]);
    expect(states(words, problem, 6).fail).toEqual(['Q6']);
  });

  it('judges Ukrainian by Ukrainian lists', () => {
    const ukProblem = '12 із 26 учнів читають повільніше за 90 слів за хвилину';
    expect(states('Чи допомагає читання?', ukProblem).fail).toEqual(['Q2', 'Q4', 'Q5']);
    expect(
      states(
        'Як 10 хвилин читання в парах чотири рази на тиждень впливають на швидкість читання вголос моїх 12 повільніших читачів протягом 8 тижнів?',
        ukProblem,
      ),
    ).toEqual({ pass: ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7', 'Q8', 'Q10'], fail: [], unclear: ['Q9'] });
  });

  it.each([
    ['Q1', 'How could the ministry change spelling scores of my class in 8 weeks?'],
    ['Q2', 'Is peer feedback good for my Year 6 class?'],
    ['Q3', 'How do peer feedback and new desks influence spelling scores of my class over 6 weeks?'],
    ['Q4', 'How does peer feedback influence spelling scores over 6 weeks?'],
    ['Q5', 'How does peer feedback influence the attitudes of my class over 6 weeks?'],
    ['Q7', 'Why does peer feedback improve spelling scores of my class?'],
    ['Q8', 'How does homework influence spelling scores of my lazy pupils over 6 weeks?'],
    ['Q3', 'Як взаємооцінювання та нові парти впливають на кількість помилок у моєму класі?'],
    ['Q8', 'Як домашні завдання впливають на бали моїх лінивих учнів за 6 тижнів?'],
  ] as const)('%s fails for "%s"', (criterion, question) => {
    expect(states(question, '').fail).toContain(criterion);
  });

  it('leaves open what the words cannot tell', () => {
    expect(states('How does peer feedback influence the depth of notes in my class?', '').unclear).toEqual([
      'Q5',
      'Q6',
      'Q9',
      'Q10',
    ]);
    expect(states('').unclear).toHaveLength(10);
  });

  it('names the words that led to a hint', () => {
    const hint = judgeQuestion(revised, { problemStatement: problem, plannedWeeks: null }, wording).find(
      (found) => found.criterion === 'Q5',
    );
    expect(hint).toEqual({ criterion: 'Q5', state: 'pass', reason: 'observable', found: 'fluency' });
  });

  it('takes the three apostrophes of Ukrainian for one', () => {
    expect(wordsOf("п'ять пʼять п’ять").map((word) => word.replace("'", '’'))).toEqual([
      'п’ять',
      'п’ять',
      'п’ять',
    ]);
  });
});

const bare = {
  affected: '',
  groupSize: null,
  howLong: '',
  insideControl: '',
  evidenceCount: 0,
  otherActiveProjects: 0,
};

describe('S-L10-03 seven tests of a problem of practice', () => {
  const failing = (statement: string, context = bare) =>
    judgeProblem(statement, context, wording)
      .filter((hint) => hint.state === 'fail')
      .map((hint) => hint.test);

  it('"improve behaviour" fails named tests', () => {
    expect(failing('improve behaviour')).toEqual([
      'observable',
      'specific-group',
      'time-boxed',
      'measurable',
    ]);
    expect(failing('поліпшити поведінку')).toEqual([
      'observable',
      'specific-group',
      'time-boxed',
      'measurable',
    ]);
  });

  it('story 1: the problem with its record passes all seven', () => {
    const record = {
      ...bare,
      affected: 'Year 5',
      groupSize: 12,
      howLong: 'since September',
      insideControl: 'how we use reading time',
      evidenceCount: 1,
    };
    expect(judgeProblem(problem, record, wording).map((hint) => hint.state)).toEqual(Array(7).fill('pass'));
  });

  it('a second active focus fails the one-focus test', () => {
    expect(failing(`${problem} since September`, { ...bare, otherActiveProjects: 1 })).toEqual(['one-focus']);
  });

  it('what others would have to do is outside control, and a loaded word is unfair', () => {
    expect(failing('Parents should make 9 lazy pupils read every day')).toEqual([
      'within-control',
      'ethical',
    ]);
  });
});
