import { useTranslation } from 'react-i18next';
import { findStage } from '@shared/domain/inquiry';
import { useGo } from '../../lib/navigation';
import { useContract } from '../../lib/queries';
import { Button } from '../../ui';
import { useLocal } from './content';
import styles from './inquiry.module.css';
import projectsStyles from './projects.module.css';

/** Desk: the next step of each running inquiry. */
export default function DeskCard() {
  const { t } = useTranslation('inquiry');
  const go = useGo();
  const local = useLocal();
  const list = useContract(
    'inquiry.list',
    {},
    { tables: ['project', 'cycle', 'stage_run', 'project_field'] },
  );
  const content = useContract('inquiry.content', {}, { tables: [] });
  if (!list.data || !content.data) return null;
  const running = list.data.projects.filter((card) => card.status === 'active').slice(0, 3);
  if (running.length === 0) {
    return (
      <div className={styles['stack']}>
        <p className={styles['meta']}>{t('desk.none')}</p>
        <Button
          onPress={() => {
            go('/inquiry?new=1');
          }}
        >
          {t('desk.start')}
        </Button>
      </div>
    );
  }
  return (
    <ul className={projectsStyles['cards']}>
      {running.map((card) => {
        const model = content.data.models.find((candidate) => candidate.id === card.modelId);
        const stage = model && card.activeStageId !== null ? findStage(model, card.activeStageId) : undefined;
        return (
          <li key={card.id} className={projectsStyles['card']}>
            <Button
              variant="link"
              onPress={() => {
                go(`/inquiry/${card.id}`);
              }}
            >
              {card.title}
            </Button>
            {stage ? <p className={styles['meta']}>{t('desk.next', { stage: local(stage.title) })}</p> : null}
          </li>
        );
      })}
    </ul>
  );
}
