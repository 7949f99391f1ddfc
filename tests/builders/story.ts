import type { FieldValue } from '@shared/domain/inquiry';

/** The question of story 1, as every check of a good question accepts it. */
export const OLENA_QUESTION =
  'How does 10 minutes of paired reading four times a week influence oral reading fluency of my 12 slower readers over 8 weeks?';

/** The fields of story 1 (Olena, Year 5), stage by stage, as she would leave them. No real person is meant. */
export const olena: Readonly<Record<string, Readonly<Record<string, FieldValue>>>> = {
  problem: {
    'problem.statement': '12 of 26 pupils read below 90 words/min',
    'problem.affected': 'the slower readers of my Year 5 class',
    'problem.groupSize': 12,
    'problem.evidence': [
      { id: 'e1', what: 'one-minute reading register of September', where: 'class folder' },
    ],
    'problem.howLong': 'since September',
    'problem.tried': 'extra reading at home',
    'problem.whyItMatters': 'they cannot finish a page in science',
    'problem.insideControl': 'how the first ten minutes of the lesson are used',
    'problem.rejected': [{ id: 'c1', candidate: 'untidy notebooks', reason: 'matters less' }],
    'context.phase': 'Year 5',
    'context.subject': 'English',
  },
  question: {
    'question.main': OLENA_QUESTION,
    'question.type': 'improve',
  },
  others: {
    'rationale.theory':
      'If slower readers read aloud with a partner, then they read more, because nobody waits for a turn.',
  },
  plan: {
    'change.name': 'Paired reading',
    'change.procedures': 'Pairs read aloud in turns for ten minutes; the partner helps after three seconds.',
    'change.who': 'class teacher, after a one-hour rehearsal',
    'change.dosage': 'ten minutes, four times a week, eight weeks',
    'change.stop': [{ id: 's1', what: 'silent reading at the start of the lesson' }],
    'baseline.rows': [{ id: 'b1', measure: 'words a minute', value: 'mean 55', date: '2026-02-02' }],
    'indicators.rows': [
      { id: 'i1', indicator: 'words a minute', worthHaving: '5 words more', direction: 'up', harm: false },
      {
        id: 'i2',
        indicator: 'pupils who ask not to read aloud',
        worthHaving: 'not more than one',
        direction: 'same',
        harm: true,
      },
    ],
    'dataplan.rows': [
      {
        id: 'd1',
        source: 'one-minute reading',
        method: 'test',
        perspective: 'student',
        when: 'weeks 1 and 8',
        privacy: 'P2',
      },
      {
        id: 'd2',
        source: 'exit slips',
        method: 'three items',
        perspective: 'student',
        when: 'weekly',
        privacy: 'P1',
      },
      {
        id: 'd3',
        source: 'lesson notes',
        method: 'observation',
        perspective: 'teacher',
        when: 'weekly',
        privacy: 'P2',
      },
      {
        id: 'd4',
        source: 'reading log',
        method: 'tally',
        perspective: 'teacher',
        when: 'daily',
        privacy: 'P2',
      },
      {
        id: 'd5',
        source: 'talk at the gate',
        method: 'notes',
        perspective: 'parent',
        when: 'weeks 4 and 8',
        privacy: 'P2',
      },
      {
        id: 'd6',
        source: 'home reading slip',
        method: 'one question',
        perspective: 'parent',
        when: 'week 8',
        privacy: 'P1',
      },
    ],
    'time.start': '2026-02-02',
    'time.end': '2026-03-30',
    'time.budget': 2,
    'time.activities': [
      { id: 't1', activity: 'preparing pairs', hours: 0.5 },
      { id: 't2', activity: 'notes', hours: 1 },
    ],
    'roles.people': [{ id: 'p1', role: 'critical-friend', person: 'CANARY-PERSON' }],
    'roles.activities': [{ id: 'a1', activity: 'measuring', accountable: 'data lead' }],
  },
  ethics: {
    'ethics.newData': true,
    'ethics.recorded': false,
    'ethics.sharedOutside': true,
    'ethics.identifiable': false,
    'ethics.sensitive': false,
    'ethics.withheld': false,
    'ethics.disclosureContact': 'CANARY-CONTACT, deputy head',
    'ethics.retentionDate': '2027-07-01',
  },
  act: { 'change.fidelityActual': '29 of 32 sessions took place' },
  analyse: { 'analyse.finding': 'Most pupils read more words a minute than in February.' },
  reflect: {
    'reflect.whatHappened': 'Pairs settled in the second week.',
    'reflect.expected': 'A larger gain for the slowest readers.',
    'reflect.otherExplanations': 'They are eight weeks older and know the test.',
    'reflect.limits': 'One class, no comparison group.',
    'reflect.claims': [
      { id: 'k1', claim: 'The group read more words a minute in March.', evidence: 'one-minute reading' },
    ],
    'reflect.openQuestions': [{ id: 'o1', question: 'Would three times a week do?' }],
  },
};
