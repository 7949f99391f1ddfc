import { CircleAlert, CircleCheck, CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { judgeProblem, judgeQuestion, plannedWeeks, rowsOf, textOf } from '@shared/domain/inquiry';
import type { HintState } from '@shared/domain/inquiry';
import { Disclosure, Icon } from '../../ui';
import type { LucideIcon } from '../../ui';
import { useProject } from './project-context';
import styles from './inquiry.module.css';
import stageStyles from './stage.module.css';

const icons: Readonly<Record<HintState, LucideIcon>> = {
  pass: CircleCheck,
  fail: CircleAlert,
  unclear: CircleHelp,
};

interface Hint {
  readonly id: string;
  readonly name: string;
  readonly state: HintState;
  readonly reason: string;
}

function HintList({ title, hints }: { readonly title: string; readonly hints: readonly Hint[] }) {
  const { t } = useTranslation('inquiry');
  const { detail } = useProject();
  const failing = hints.filter((hint) => hint.state === 'fail').length;
  if (detail.project.guidance === 'free') return null;
  return (
    <Disclosure
      title={title}
      level={4}
      aside={t('stage.filled', {
        filled: hints.filter((hint) => hint.state === 'pass').length,
        all: hints.length,
      })}
      defaultExpanded={detail.project.guidance === 'guided' && failing > 0}
    >
      <p className={styles['meta']}>{t('question.intro')}</p>
      <ul className={stageStyles['hints']}>
        {hints.map((hint) => (
          <li key={hint.id} data-state={hint.state}>
            <Icon icon={icons[hint.state]} size={17} label={t(`question.${hint.state}`)} />
            <span>
              <strong>{hint.name}.</strong> {hint.reason}
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** Q1-Q10 on the question as it stands. */
export function QuestionHints() {
  const { t } = useTranslation('inquiry');
  const { content, detail } = useProject();
  const question = textOf(detail.values['question.main']);
  if (question === '') return null;
  const hints = judgeQuestion(
    question,
    {
      problemStatement: textOf(detail.values['problem.statement']),
      plannedWeeks: plannedWeeks(detail.values),
    },
    content.wording,
  );
  return (
    <HintList
      title={t('question.title')}
      hints={hints.map((hint) => ({
        id: hint.criterion,
        name: t(`question.criteria.${hint.criterion}`),
        state: hint.state,
        reason: t(`question.reasons.${hint.reason}`, { found: hint.found ?? '' }),
      }))}
    />
  );
}

/** The seven tests on the problem as it stands (S-L10-03). */
export function ProblemHints() {
  const { t } = useTranslation('inquiry');
  const { content, detail } = useProject();
  const { values } = detail;
  const statement = textOf(values['problem.statement']);
  if (statement === '') return null;
  const size = values['problem.groupSize'];
  const linked = detail.links.filter((link) => link.fieldKey === 'problem.evidenceLinks').length;
  const hints = judgeProblem(
    statement,
    {
      affected: textOf(values['problem.affected']),
      groupSize: typeof size === 'number' ? size : null,
      howLong: textOf(values['problem.howLong']),
      insideControl: textOf(values['problem.insideControl']),
      evidenceCount: rowsOf(values['problem.evidence']).length + linked,
      otherActiveProjects: detail.otherActiveProjects,
    },
    content.wording,
  );
  return (
    <HintList
      title={t('problem.title')}
      hints={hints.map((hint) => ({
        id: hint.test,
        name: t(`problem.tests.${hint.test}`),
        state: hint.state,
        reason: t(`problem.reasons.${hint.reason}`, { found: hint.found ?? '' }),
      }))}
    />
  );
}
