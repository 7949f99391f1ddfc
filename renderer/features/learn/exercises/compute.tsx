import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showsWorkedFormula } from '@shared/domain/learning/compute';
import type { ExerciseViewOf } from '@shared/domain/learning/module-view';
import { useFormats } from '../../../lib/format';
import { Button, TextField } from '../../../ui';
import styles from '../learn.module.css';
import { Outcome } from './outcome';
import type { ExerciseWork } from './use-exercise';

interface ComputeProps {
  readonly exercise: ExerciseViewOf<'compute'>;
  readonly work: ExerciseWork;
}

/** Type a number; after a wrong one the formula comes with its values. */
export function Compute({ exercise, work }: ComputeProps) {
  const { t } = useTranslation('learn');
  const { number } = useFormats();
  const [text, setText] = useState(work.lastResponse?.kind === 'compute' ? work.lastResponse.text : '');
  const worked = showsWorkedFormula(work.wrongTries);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') void work.submit({ kind: 'compute', text });
      }}
    >
      <p className={styles.formula}>
        <span className={styles.quiet}>{t('compute.formula')}</span>
        <span>{exercise.formula}</span>
        {worked ? <span className={styles.worked}>{exercise.worked}</span> : null}
      </p>
      <TextField
        label={exercise.unit === null ? t('compute.label') : t('compute.labelUnit', { unit: exercise.unit })}
        hint={t('compute.hint')}
        value={text}
        onChange={setText}
        inputMode="decimal"
        error={work.score?.note === 'not-a-number' ? t('compute.notANumber') : undefined}
      />
      <div className={styles.taskActions}>
        <Button variant="primary" type="submit" isDisabled={work.isBusy || text.trim() === ''}>
          {t('check')}
        </Button>
      </div>
      <Outcome
        work={work}
        rationale={exercise.rationale}
        more={exercise.inWords}
        help={
          work.answer?.value === null || work.answer === undefined
            ? t('compute.again')
            : t('compute.answer', { value: number(work.answer.value, 3) })
        }
      />
    </form>
  );
}
