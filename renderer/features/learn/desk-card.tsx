import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/navigation';
import { useContract } from '../../lib/queries';
import { Button, Section } from '../../ui';
import styles from './map.module.css';
import { useLanguage } from './use-language';

/** On the desk: the module to go on with, or the one to begin with. */
export default function DeskCard() {
  const { t } = useTranslation('learn');
  const language = useLanguage();
  const go = useGo();
  const map = useContract('learn.map', { language }, { tables: ['exercise_attempt', 'module_progress'] });
  const modules = map.data?.modules ?? [];
  const open = modules.find(({ progress }) => progress !== null && progress.completedAt === null);
  const fresh = modules.find(({ progress }) => progress === null);
  const module = open ?? fresh;
  if (!module) return null;
  return (
    <Section title={open ? t('desk.goOn') : t('desk.begin')}>
      <p className={styles.moduleTitle}>{module.title}</p>
      <p className={styles.moduleSummary}>{module.summary}</p>
      <Button
        onPress={() => {
          go(`/learn/${module.id}`);
        }}
      >
        {open ? t('map.resume') : t('map.start')}
      </Button>
    </Section>
  );
}
