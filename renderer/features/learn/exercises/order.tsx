import { ArrowDown, ArrowUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExerciseViewOf } from '@shared/domain/learning/module-view';
import { Button, IconButton, Unseen } from '../../../ui';
import styles from '../learn.module.css';
import { Outcome } from './outcome';
import type { ExerciseWork } from './use-exercise';

interface OrderProps {
  readonly exercise: ExerciseViewOf<'order'>;
  readonly work: ExerciseWork;
}

/** Bring steps into order with two buttons each: no dragging needed. */
export function Order({ exercise, work }: OrderProps) {
  const { t } = useTranslation('learn');
  const last = work.lastResponse?.kind === 'order' ? work.lastResponse.stepIds : [];
  const known = exercise.steps.map((step) => step.id);
  const [order, setOrder] = useState<readonly string[]>(last.length === known.length ? last : known);
  const [moved, setMoved] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const shown = work.answer?.order ?? order;
  const labelOf = (id: string): string => exercise.steps.find((step) => step.id === id)?.label ?? id;
  const move = (index: number, by: 1 | -1): void => {
    const id = order[index];
    const other = order[index + by];
    if (id === undefined || other === undefined) return;
    const next = order.map((current, at) => (at === index ? other : at === index + by ? id : current));
    setOrder(next);
    setMoved(t('order.moved', { label: labelOf(id), number: index + by + 1, count: order.length }));
  };
  return (
    <>
      <ol ref={list} className={styles.items}>
        {shown.map((id, index) => {
          const part = work.score?.parts.find((candidate) => candidate.id === id);
          return (
            <li
              key={id}
              className={styles.orderItem}
              data-verdict={part ? (part.correct ? 'right' : 'again') : 'none'}
            >
              <span className={styles.orderNumber}>{index + 1}</span>
              <span className={styles.orderText}>{labelOf(id)}</span>
              <IconButton
                icon={ArrowUp}
                label={t('order.up', { label: labelOf(id) })}
                isDisabled={index === 0}
                onPress={() => {
                  move(index, -1);
                }}
              />
              <IconButton
                icon={ArrowDown}
                label={t('order.down', { label: labelOf(id) })}
                isDisabled={index === shown.length - 1}
                onPress={() => {
                  move(index, 1);
                }}
              />
            </li>
          );
        })}
      </ol>
      <Unseen role="status">{moved}</Unseen>
      <div className={styles.taskActions}>
        <Button
          variant="primary"
          isDisabled={work.isBusy}
          onPress={() => void work.submit({ kind: 'order', stepIds: [...order] })}
        >
          {t('check')}
        </Button>
      </div>
      <Outcome work={work} rationale={exercise.rationale} help={t('order.again')} />
    </>
  );
}
