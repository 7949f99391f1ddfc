import { useTranslation } from 'react-i18next';
import type { ExerciseViewOf } from '@shared/domain/learning/module-view';
import { Button, Quote } from '../../../ui';
import styles from '../learn.module.css';
import type { PaperSelection } from '../paper-view';
import { Outcome } from './outcome';
import type { ExerciseWork } from './use-exercise';

interface FindInPaperProps {
  readonly exercise: ExerciseViewOf<'find-in-paper'>;
  readonly work: ExerciseWork;
  readonly selection: PaperSelection | undefined;
  readonly onHandIn: () => void;
}

const SHOWN = 320;

/** Select a passage in the paper and hand it in. */
export function FindInPaper({ exercise, work, selection, onHandIn }: FindInPaperProps) {
  const { t } = useTranslation('learn');
  const text = selection?.text ?? '';
  const note = work.score?.note;
  const reason = note === 'too-long' || note === 'too-short' ? t(`find.${note}`) : t('find.elsewhere');
  return (
    <>
      {selection ? (
        <Quote meta={t('find.selected')} lang="en">
          {text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}
        </Quote>
      ) : (
        <p className={styles.quiet}>{t('find.how')}</p>
      )}
      <div className={styles.taskActions}>
        <Button variant="primary" isDisabled={!selection || work.isBusy} onPress={onHandIn}>
          {t('find.handIn')}
        </Button>
      </div>
      <Outcome
        work={work}
        rationale={exercise.rationale}
        help={
          <>
            {reason} {exercise.hint}
          </>
        }
      />
    </>
  );
}
