import {
  ArrowLeft,
  ArrowRight,
  BookOpen,
  CircleCheck,
  Circle,
  CircleDot,
  Flag,
  Milestone,
  PencilLine,
} from 'lucide-react';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModuleView } from '@shared/domain/learning/module-view';
import { call } from '../../lib/client';
import { useGo } from '../../lib/navigation';
import { useContract } from '../../lib/queries';
import { Button, ErrorNote, Place, SideEntry, SideGroup, SideList, Skeleton, Unseen } from '../../ui';
import { CardStep } from './card-step';
import { EndStep } from './end-step';
import { ExampleStep } from './example-step';
import { ExerciseStep } from './exercise-step';
import { HookStep } from './hook-step';
import styles from './learn.module.css';
import type { StepFrame } from './step-frame';
import { standingOf, stepsOf, type ExerciseStanding, type ModuleState, type Step } from './steps';
import { useLanguage } from './use-language';

interface PlayerProps {
  readonly moduleId: string;
  /** From the address; the kept place when missing. */
  readonly stepId: string | undefined;
}

/** Plays a module: one screen after the other, in any order, with the place kept. */
export function Player({ moduleId, stepId }: PlayerProps) {
  const { t } = useTranslation(['learn', 'common']);
  const language = useLanguage();
  const module = useContract('learn.module', { moduleId, language }, { tables: [], keepPrevious: true });
  const state = useContract('learn.state', { moduleId }, { tables: ['exercise_attempt'] });
  const failure = module.error ?? state.error;
  if (failure) {
    return (
      <Place title={t('title')} surface="sheet">
        <ErrorNote failure={failure.failure} onRetry={() => void module.refetch()} />
      </Place>
    );
  }
  if (!module.data || !state.data) {
    return (
      <Place title={t('title')} surface="sheet">
        <Skeleton label={t('common:loading')} lines={6} />
      </Place>
    );
  }
  return <OpenModule module={module.data} state={state.data} stepId={stepId} />;
}

interface OpenModuleProps {
  readonly module: ModuleView;
  readonly state: ModuleState;
  readonly stepId: string | undefined;
}

function OpenModule({ module, state, stepId }: OpenModuleProps) {
  const go = useGo();
  const steps = stepsOf(module);
  const wanted = stepId ?? state.progress?.step;
  const index = Math.max(
    0,
    steps.findIndex((step) => step.id === wanted),
  );
  const step = steps[index];
  const goTo = useCallback(
    (id: string) => {
      go(`/learn/${module.id}/${id}`);
    },
    [go, module.id],
  );
  const isEnd = step?.kind === 'end';
  useEffect(() => {
    // A place is kept quietly: if it cannot be, the learner loses nothing but a bookmark.
    if (step) void call('learn.saveStep', { moduleId: module.id, step: step.id, completed: isEnd });
  }, [module.id, step, isEnd, step?.id]);
  if (!step) return null;
  const frame: StepFrame = {
    module,
    side: <ModuleSide module={module} steps={steps} current={step} state={state} onGo={goTo} />,
    nav: <StepNav steps={steps} index={index} onGo={goTo} />,
  };
  switch (step.kind) {
    case 'hook':
      return <HookStep frame={frame} />;
    case 'card':
      return <CardStep key={step.id} frame={frame} card={step.card} number={index} />;
    case 'example':
      return <ExampleStep frame={frame} />;
    case 'exercise':
      return <ExerciseStep key={step.id} frame={frame} exercise={step.exercise} state={state} />;
    case 'end':
      return <EndStep frame={frame} />;
  }
}

const standingIcon: Readonly<Record<ExerciseStanding, typeof Circle>> = {
  untried: Circle,
  tried: CircleDot,
  right: CircleCheck,
};

interface ModuleSideProps {
  readonly module: ModuleView;
  readonly steps: readonly Step[];
  readonly current: Step;
  readonly state: ModuleState;
  readonly onGo: (stepId: string) => void;
}

function ModuleSide({ module, steps, current, state, onGo }: ModuleSideProps) {
  const { t } = useTranslation('learn');
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    frame.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current.id]);
  const entry = (step: Step, label: string, icon: typeof Circle, words?: string) => (
    <SideEntry
      key={step.id}
      label={label}
      icon={icon}
      count={words === undefined ? undefined : <Unseen>{words}</Unseen>}
      isCurrent={step.id === current.id}
      onPress={() => {
        onGo(step.id);
      }}
    />
  );
  return (
    <div ref={frame} className={styles.side}>
      <SideGroup title={t('side.read')}>
        <SideList>
          {steps.map((step) => {
            if (step.kind === 'hook') return entry(step, module.hook.title, Flag);
            if (step.kind === 'card') return entry(step, step.card.title, BookOpen);
            return step.kind === 'example' ? entry(step, t('side.example'), PencilLine) : null;
          })}
        </SideList>
      </SideGroup>
      <SideGroup title={t('side.practice')}>
        <SideList>
          {steps.map((step) => {
            if (step.kind !== 'exercise') return null;
            const standing = standingOf(state, step.exercise.id);
            const words = standing === 'untried' ? undefined : t(`standing.${standing}`);
            return entry(step, exerciseName(t, step.exercise, steps), standingIcon[standing], words);
          })}
          {steps.map((step) => (step.kind === 'end' ? entry(step, t('side.end'), Milestone) : null))}
        </SideList>
      </SideGroup>
    </div>
  );
}

/** "Find in the paper 2": kind and number within the kind. */
function exerciseName(
  t: ReturnType<typeof useTranslation<'learn'>>['t'],
  exercise: ModuleView['exercises'][number],
  steps: readonly Step[],
): string {
  const same = steps.flatMap((step) =>
    step.kind === 'exercise' && step.exercise.kind === exercise.kind ? [step.exercise.id] : [],
  );
  const name = t(`kind.${exercise.kind}`);
  return same.length === 1 ? name : t('kind.numbered', { name, number: same.indexOf(exercise.id) + 1 });
}

interface StepNavProps {
  readonly steps: readonly Step[];
  readonly index: number;
  readonly onGo: (stepId: string) => void;
}

function StepNav({ steps, index, onGo }: StepNavProps) {
  const { t } = useTranslation(['learn', 'common']);
  const before = steps[index - 1];
  const after = steps[index + 1];
  return (
    <div className={styles.nav}>
      <Button
        icon={ArrowLeft}
        isDisabled={before === undefined}
        onPress={() => {
          if (before) onGo(before.id);
        }}
      >
        {t('common:action.back')}
      </Button>
      <span className={styles.quiet}>{t('nav.place', { number: index + 1, count: steps.length })}</span>
      <Button
        variant="primary"
        icon={ArrowRight}
        isDisabled={after === undefined}
        onPress={() => {
          if (after) onGo(after.id);
        }}
      >
        {t('common:action.next')}
      </Button>
    </div>
  );
}
