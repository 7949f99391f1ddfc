import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExerciseView } from '@shared/domain/learning/module-view';
import type { Anchor } from '@shared/domain/learning/teaching-paper';
import { Place } from '../../ui';
import { Classify } from './exercises/classify';
import { Compute } from './exercises/compute';
import { FindInPaper } from './exercises/find-in-paper';
import { Judge } from './exercises/judge';
import { Match } from './exercises/match';
import { Order } from './exercises/order';
import { OwnPaper } from './exercises/own-paper';
import { useExercise, type ExerciseWork } from './exercises/use-exercise';
import styles from './learn.module.css';
import { PaperStage } from './paper-stage';
import type { PaperSelection } from './paper-view';
import { ModuleBar, useSideBesidePaper, type StepFrame } from './step-frame';
import type { ModuleState } from './steps';

interface ExerciseStepProps {
  readonly frame: StepFrame;
  readonly exercise: ExerciseView;
  readonly state: ModuleState;
}

const NO_ANCHORS: readonly Anchor[] = [];

/** One exercise: beside its paper when it has one, on a sheet of its own when not. */
export function ExerciseStep({ frame, exercise, state }: ExerciseStepProps) {
  const { t } = useTranslation('learn');
  const { module, side, nav } = frame;
  const work = useExercise(module.id, exercise, state);
  const [selection, setSelection] = useState<PaperSelection>();
  const { submit } = work;
  const handIn = useCallback(() => {
    if (selection) void submit({ kind: 'find-in-paper', selection: [...selection.pieces] });
  }, [selection, submit]);
  const task = (
    <div className={styles.task}>
      <p className={styles.quiet}>{t(`kind.${exercise.kind}`)}</p>
      <h2 className={styles.taskTitle}>{exercise.prompt}</h2>
      {exercise.kind === 'find-in-paper' ? (
        <FindInPaper exercise={exercise} work={work} selection={selection} onHandIn={handIn} />
      ) : (
        <Task exercise={exercise} work={work} />
      )}
      {nav}
    </div>
  );
  const beside = useSideBesidePaper(side);
  const common = {
    title: module.title,
    start: <ModuleBar module={module} />,
    sideLabel: t('side.label'),
  };
  if (exercise.paperId === null) {
    return (
      <Place {...common} side={side} sideSize="wide" surface="sheet">
        {task}
      </Place>
    );
  }
  const finds = exercise.kind === 'find-in-paper';
  return (
    <Place {...common} {...beside} surface="bare" panel={task} panelLabel={t('task')}>
      <PaperStage
        paperId={exercise.paperId}
        anchors={work.answer?.anchors ?? NO_ANCHORS}
        onSelect={finds ? setSelection : undefined}
        onConfirm={finds ? handIn : undefined}
      />
    </Place>
  );
}

function Task({ exercise, work }: { readonly exercise: ExerciseView; readonly work: ExerciseWork }) {
  switch (exercise.kind) {
    case 'classify':
      return <Classify exercise={exercise} work={work} />;
    case 'compute':
      return <Compute exercise={exercise} work={work} />;
    case 'order':
      return <Order exercise={exercise} work={work} />;
    case 'judge':
      return <Judge exercise={exercise} work={work} />;
    case 'match':
      return <Match exercise={exercise} work={work} />;
    case 'own-paper':
      return <OwnPaper exercise={exercise} work={work} />;
    case 'find-in-paper':
      return null; // shown beside its paper, above
  }
}
