import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/navigation';
import { useContract } from '../../lib/queries';
import { Button, Place } from '../../ui';
import styles from './learn.module.css';
import mapStyles from './map.module.css';
import { ObjectiveLine } from './map-view';
import { ModuleBar, type StepFrame } from './step-frame';
import { useLanguage } from './use-language';

/** What was reached, and what comes next. */
export function EndStep({ frame }: { readonly frame: StepFrame }) {
  const { t } = useTranslation('learn');
  const { module, side, nav } = frame;
  const language = useLanguage();
  const go = useGo();
  const map = useContract('learn.map', { language }, { tables: ['exercise_attempt', 'module_progress'] });
  const entry = map.data?.modules.find(({ id }) => id === module.id);
  const allMastered = entry?.objectives.every(({ status }) => status === 'mastered') === true;
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
        <h2>{t('end.title')}</h2>
        <p>{allMastered ? t('end.mastered') : t('end.open')}</p>
        <ul className={mapStyles.objectives}>
          {entry?.objectives.map((objective) => (
            <ObjectiveLine key={objective.id} objective={objective} />
          ))}
        </ul>
        <p className={styles.quiet}>{t('end.rule')}</p>
        <div className={styles.taskActions}>
          <Button
            variant="primary"
            onPress={() => {
              go('/learn');
            }}
          >
            {t('backToMap')}
          </Button>
          <Button
            onPress={() => {
              go('/library');
            }}
          >
            {t('end.library')}
          </Button>
        </div>
      </article>
      {nav}
    </Place>
  );
}
