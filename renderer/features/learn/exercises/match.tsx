import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExerciseViewOf } from '@shared/domain/learning/module-view';
import { useFormats } from '../../../lib/format';
import { Button, Select } from '../../../ui';
import styles from '../learn.module.css';
import { ItemVerdict } from './item-verdict';
import { Outcome } from './outcome';
import type { ExerciseWork } from './use-exercise';

interface MatchProps {
  readonly exercise: ExerciseViewOf<'match'>;
  readonly work: ExerciseWork;
}

/** Choose the meaning that belongs to each word. */
export function Match({ exercise, work }: MatchProps) {
  const { t } = useTranslation('learn');
  const { number } = useFormats();
  const last = work.lastResponse?.kind === 'match' ? work.lastResponse.pairs : {};
  const [pairs, setPairs] = useState<Readonly<Record<string, string>>>(last);
  const [judged, setJudged] = useState<Readonly<Record<string, string>>>(last);
  const shown = work.answer?.choices ?? pairs;
  const right = work.score?.parts.filter((part) => part.correct).length ?? 0;
  return (
    <>
      <ol className={styles.items}>
        {exercise.left.map(({ id, label }) => {
          const part = work.score?.parts.find((candidate) => candidate.id === id);
          const stands = part !== undefined && judged[id] === pairs[id];
          return (
            <li
              key={id}
              className={styles.item}
              data-verdict={stands ? (part.correct ? 'right' : 'again') : 'none'}
            >
              <Select
                label={label}
                choices={exercise.right}
                value={shown[id] ?? null}
                placeholder={t('match.choose')}
                onChange={(chosen) => {
                  setPairs({ ...pairs, [id]: chosen });
                }}
              />
              {stands ? <ItemVerdict isRight={part.correct} /> : null}
            </li>
          );
        })}
      </ol>
      <div className={styles.taskActions}>
        <Button
          variant="primary"
          isDisabled={work.isBusy || exercise.left.some(({ id }) => pairs[id] === undefined)}
          onPress={() => {
            setJudged(pairs);
            void work.submit({ kind: 'match', pairs });
          }}
        >
          {t('check')}
        </Button>
      </div>
      <Outcome
        work={work}
        rationale={exercise.rationale}
        help={t('classify.again', { right: number(right), total: exercise.left.length })}
      />
    </>
  );
}
