import { useTranslation } from 'react-i18next';
import { Eyebrow, Place } from '../../ui';
import styles from './learn.module.css';
import { ModuleBar, type StepFrame } from './step-frame';
import { Paragraphs } from './rich-text';

/** The classroom decision that a module begins with, and what one will be able to do. */
export function HookStep({ frame }: { readonly frame: StepFrame }) {
  const { t } = useTranslation('learn');
  const { module, side, nav } = frame;
  return (
    <Place
      title={module.title}
      start={<ModuleBar module={module} />}
      side={side}
      sideLabel={t('side.label')}
      sideSize="wide"
      surface="sheet"
    >
      <article className={styles.reading}>
        <h2>{module.hook.title}</h2>
        <Paragraphs texts={module.hook.body} />
        <p className={styles.question}>{module.hook.question}</p>
        <section className={styles.goals}>
          <Eyebrow level={3}>{t('hook.goals')}</Eyebrow>
          <ul>
            {module.objectives.map((objective) => (
              <li key={objective.id}>{objective.label}</li>
            ))}
          </ul>
          <p className={styles.quiet}>{t('hook.time', { count: module.minutes })}</p>
        </section>
      </article>
      {nav}
    </Place>
  );
}
