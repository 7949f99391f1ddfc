import { BookA, CircleCheck, CircleDashed, CircleDot, GraduationCap, History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '@shared/ipc/contract';
import { useFormats } from '../../lib/format';
import { useGo } from '../../lib/navigation';
import { useContract } from '../../lib/queries';
import { Button, Chip, EmptyState, ErrorNote, Icon, Place, Section, Skeleton } from '../../ui';
import styles from './learn.module.css';
import mapStyles from './map.module.css';
import { useLanguage } from './use-language';

type ModuleEntry = CallOutput<'learn.map'>['modules'][number];
type Objective = ModuleEntry['objectives'][number];

/** The module map by skill, with what was mastered. */
export function MapView() {
  const { t } = useTranslation(['learn', 'common']);
  const language = useLanguage();
  const go = useGo();
  const map = useContract('learn.map', { language }, { tables: ['exercise_attempt', 'module_progress'] });
  const skills = [...new Set(map.data?.modules.map((module) => module.skill))];
  return (
    <Place
      title={t('title')}
      surface="sheet"
      end={
        <Button
          icon={BookA}
          onPress={() => {
            go('/learn/glossary');
          }}
        >
          {t('glossary.title')}
        </Button>
      }
    >
      {map.isError ? <ErrorNote failure={map.error.failure} onRetry={() => void map.refetch()} /> : null}
      {map.isPending ? <Skeleton label={t('common:loading')} lines={6} /> : null}
      {map.data?.modules.length === 0 ? (
        <EmptyState icon={GraduationCap} title={t('map.empty.title')}>
          {t('map.empty.text')}
        </EmptyState>
      ) : null}
      {map.data && map.data.modules.length > 0 ? <p className={styles.lead}>{t('map.lead')}</p> : null}
      {skills.map((skill) => (
        <Section key={skill} title={t(`skill.${skill}`)}>
          {map.data?.modules
            .filter((module) => module.skill === skill)
            .map((module) => (
              <ModuleCard key={module.id} module={module} />
            ))}
        </Section>
      ))}
      {map.data && map.data.modules.length > 0 ? <p className={styles.quiet}>{t('map.more')}</p> : null}
    </Place>
  );
}

function ModuleCard({ module }: { readonly module: ModuleEntry }) {
  const { t } = useTranslation('learn');
  const { number } = useFormats();
  const go = useGo();
  const open = (step?: string): void => {
    go(step === undefined ? `/learn/${module.id}` : `/learn/${module.id}/${step}`);
  };
  const action =
    module.progress === null ? 'start' : module.progress.completedAt === null ? 'resume' : 'again';
  return (
    <article className={mapStyles.moduleCard} aria-labelledby={`module-${module.id}`}>
      <div className={mapStyles.moduleHead}>
        <h3 id={`module-${module.id}`} className={mapStyles.moduleTitle}>
          {module.title}
        </h3>
        <span className={styles.quiet}>{t('map.minutes', { count: module.minutes })}</span>
      </div>
      <p className={mapStyles.moduleSummary}>{module.summary}</p>
      <ul className={mapStyles.objectives}>
        {module.objectives.map((objective) => (
          <ObjectiveLine key={objective.id} objective={objective} />
        ))}
      </ul>
      <div className={mapStyles.moduleFoot}>
        <Button
          variant="primary"
          onPress={() => {
            open(action === 'again' ? 'start' : undefined);
          }}
        >
          {t(`map.${action}`)}
        </Button>
        {module.triedCount > 0 ? (
          <span className={styles.quiet}>
            {t('map.tried', { tried: number(module.triedCount), count: module.exerciseCount })}
          </span>
        ) : null}
      </div>
    </article>
  );
}

const statusIcon = {
  'not-started': CircleDashed,
  'in-progress': CircleDot,
  mastered: CircleCheck,
  refresh: History,
} as const;

/** An objective with where the learner stands; words, never a number of points. */
export function ObjectiveLine({ objective }: { readonly objective: Objective }) {
  const { t } = useTranslation('learn');
  const { date } = useFormats();
  const words =
    objective.status === 'mastered' && objective.since !== null
      ? t('status.masteredOn', { date: date(objective.since) })
      : t(`status.${objective.status}`);
  return (
    <li className={mapStyles.objective} data-status={objective.status}>
      <Icon icon={statusIcon[objective.status]} size={18} />
      <span className={mapStyles.objectiveText}>{objective.label}</span>
      <Chip tone={objective.status === 'mastered' ? 'ok' : 'neutral'}>{words}</Chip>
    </li>
  );
}
