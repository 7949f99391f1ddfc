import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Note, Place, Quote } from '../../ui';
import styles from './learn.module.css';
import { PaperStage } from './paper-stage';
import { ModuleBar, useSideBesidePaper, type StepFrame } from './step-frame';
import { RichText } from './rich-text';

/** A colleague reads the paper: each step shows its passage. */
export function ExampleStep({ frame }: { readonly frame: StepFrame }) {
  const { t } = useTranslation('learn');
  const { module, side, nav } = frame;
  const { workedExample: example } = module;
  const beside = useSideBesidePaper(side);
  const [index, setIndex] = useState(0);
  const step = example.steps[index];
  const anchors = useMemo(() => (step ? [step.anchor] : []), [step]);
  return (
    <Place
      title={module.title}
      start={<ModuleBar module={module} />}
      {...beside}
      sideLabel={t('side.label')}
      surface="bare"
      panelLabel={example.title}
      panel={
        <div className={styles.task}>
          <h2 className={styles.taskTitle}>{example.title}</h2>
          {index === 0 ? <p>{example.intro}</p> : null}
          {step ? (
            <section aria-live="polite" className={styles.taskBody}>
              <h3>{step.title}</h3>
              <Quote color="var(--mark-yellow)" lang="en">
                {step.anchor.quote}
              </Quote>
              <p>
                <RichText text={step.body} />
              </p>
            </section>
          ) : (
            <Note title={t('example.conclusion')}>
              <RichText text={example.conclusion} />
            </Note>
          )}
          <div className={styles.taskActions}>
            <Button
              isDisabled={index === 0}
              onPress={() => {
                setIndex(index - 1);
              }}
            >
              {t('example.before')}
            </Button>
            <Button
              variant={step ? 'primary' : 'secondary'}
              isDisabled={!step}
              onPress={() => {
                setIndex(index + 1);
              }}
            >
              {t('example.after')}
            </Button>
          </div>
          {nav}
        </div>
      }
    >
      <PaperStage paperId={example.paperId} anchors={anchors} />
    </Place>
  );
}
