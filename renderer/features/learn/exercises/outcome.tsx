import { CircleCheck, RotateCcw, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Note } from '../../../ui';
import styles from '../learn.module.css';
import { RichText } from '../rich-text';
import type { ExerciseWork } from './use-exercise';

interface OutcomeProps {
  readonly work: ExerciseWork;
  readonly rationale: string;
  /** What to look at after a wrong try. */
  readonly help?: ReactNode;
  /** More words after a right one. */
  readonly more?: ReactNode;
}

/** After this many wrong tries the answer is offered. */
const TRIES_BEFORE_ANSWER = 2;

/** What came of a try: why it is right, or what to look at again. Announced to screen readers. */
export function Outcome({ work, rationale, help, more }: OutcomeProps) {
  const { t } = useTranslation('learn');
  const { score } = work;
  return (
    <div role="status" className={styles.outcome}>
      {score?.correct === true ? (
        <Note tone="ok" icon={CircleCheck} title={t('outcome.right')}>
          <RichText text={rationale} />
          {more ? <span className={styles.more}>{more}</span> : null}
        </Note>
      ) : null}
      {score?.correct === false ? (
        <Note icon={Search} title={t('outcome.notYet')}>
          {help}
          {work.answer ? (
            <span className={styles.more}>
              <RichText text={rationale} />
            </span>
          ) : null}
        </Note>
      ) : null}
      {score?.correct === false && work.wrongTries >= TRIES_BEFORE_ANSWER && !work.answer ? (
        <Button variant="link" onPress={() => void work.showAnswer()}>
          {t('outcome.showAnswer')}
        </Button>
      ) : null}
      {score?.correct === true ? (
        <Button variant="quiet" size="small" icon={RotateCcw} onPress={work.again}>
          {t('outcome.again')}
        </Button>
      ) : null}
    </div>
  );
}
