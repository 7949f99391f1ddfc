import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExerciseViewOf } from '@shared/domain/learning/module-view';
import { Button, Eyebrow, Quote, RadioGroup, TextArea } from '../../../ui';
import styles from '../learn.module.css';
import { Outcome } from './outcome';
import type { ExerciseWork } from './use-exercise';

interface JudgeProps {
  readonly exercise: ExerciseViewOf<'judge'>;
  readonly work: ExerciseWork;
}

/** Judge, give a reason, then read what two experts thought. The reason is stored and never scored. */
export function Judge({ exercise, work }: JudgeProps) {
  const { t } = useTranslation('learn');
  const last = work.lastResponse?.kind === 'judge' ? work.lastResponse : undefined;
  const [rating, setRating] = useState<string | null>(last?.ratingId ?? null);
  const [reason, setReason] = useState(last?.reason ?? '');
  return (
    <>
      <RadioGroup label={t('judge.rating')} choices={exercise.ratings} value={rating} onChange={setRating} />
      <TextArea
        label={t('judge.reason')}
        hint={t('judge.reasonHint')}
        value={reason}
        onChange={setReason}
        rows={4}
      />
      <div className={styles.taskActions}>
        <Button
          variant="primary"
          isDisabled={work.isBusy || rating === null || reason.trim() === ''}
          onPress={() => {
            if (rating !== null) void work.submit({ kind: 'judge', ratingId: rating, reason });
          }}
        >
          {t('judge.compare')}
        </Button>
      </div>
      <Outcome
        work={work}
        rationale={exercise.rationale}
        help={work.score?.note === 'neighbour' ? t('judge.near') : t('judge.far')}
      />
      {work.score ? (
        <section className={styles.experts}>
          <Eyebrow level={3}>{t('judge.experts')}</Eyebrow>
          {exercise.experts.map((expert) => (
            <Quote key={expert.id}>{expert.label}</Quote>
          ))}
        </section>
      ) : null}
    </>
  );
}
