import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExerciseViewOf } from '@shared/domain/learning/module-view';
import { useFormats } from '../../../lib/format';
import { Button, RadioGroup } from '../../../ui';
import styles from '../learn.module.css';
import { ItemVerdict } from './item-verdict';
import { Outcome } from './outcome';
import type { ExerciseWork } from './use-exercise';

interface ClassifyProps {
  readonly exercise: ExerciseViewOf<'classify'>;
  readonly work: ExerciseWork;
}

/** Put each statement into a category: radio buttons, so that mouse, keyboard and touch do the same. */
export function Classify({ exercise, work }: ClassifyProps) {
  const { t } = useTranslation('learn');
  const { number } = useFormats();
  const last = work.lastResponse?.kind === 'classify' ? work.lastResponse.choices : {};
  const [choices, setChoices] = useState<Readonly<Record<string, string>>>(last);
  const [judged, setJudged] = useState<Readonly<Record<string, string>>>(last);
  const shown = work.answer?.choices ?? choices;
  const right = work.score?.parts.filter((part) => part.correct).length ?? 0;
  return (
    <>
      <ol className={styles.items}>
        {exercise.items.map((item) => {
          const part = work.score?.parts.find(({ id }) => id === item.id);
          // A verdict belongs to the choice that was handed in, not to a changed one.
          const stands = part !== undefined && judged[item.id] === choices[item.id];
          return (
            <li
              key={item.id}
              className={styles.item}
              data-verdict={stands ? (part.correct ? 'right' : 'again') : 'none'}
            >
              <RadioGroup
                label={item.label}
                orientation="horizontal"
                choices={exercise.categories}
                value={shown[item.id] ?? null}
                onChange={(category) => {
                  setChoices({ ...choices, [item.id]: category });
                }}
              />
              {stands || work.answer ? <ItemVerdict isRight={part?.correct === true} why={item.why} /> : null}
            </li>
          );
        })}
      </ol>
      <div className={styles.taskActions}>
        <Button
          variant="primary"
          isDisabled={work.isBusy || exercise.items.some((item) => choices[item.id] === undefined)}
          onPress={() => {
            setJudged(choices);
            void work.submit({ kind: 'classify', choices });
          }}
        >
          {t('check')}
        </Button>
      </div>
      <Outcome
        work={work}
        rationale={exercise.rationale}
        help={t('classify.again', { right: number(right), total: exercise.items.length })}
      />
    </>
  );
}
