import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/navigation';
import { useContract } from '../../lib/queries';
import { Button, EmptyState, ErrorNote, Place, Skeleton } from '../../ui';
import { PublishForm } from './publish-form';
import styles from './exchange.module.css';

/** Chooses an inquiry, then completes, checks and publishes its case. */
export function PublishPage({ projectId }: { readonly projectId: string | undefined }) {
  const { t } = useTranslation('exchange');
  const go = useGo();
  return (
    <Place
      title={t('publish.title')}
      back={{
        label: t('case.back'),
        onPress: () => {
          go('/exchange');
        },
      }}
      surface="sheet"
    >
      <div className={styles['page']}>
        {projectId === undefined ? <ChooseInquiry /> : <Draft projectId={projectId} />}
      </div>
    </Place>
  );
}

function ChooseInquiry() {
  const { t } = useTranslation('exchange');
  const go = useGo();
  const list = useContract(
    'inquiry.list',
    {},
    { tables: ['project', 'cycle', 'stage_run', 'project_field'] },
  );
  if (list.error) return <ErrorNote failure={list.error.failure} />;
  if (!list.data) return <Skeleton lines={4} label={t('loading')} />;
  if (list.data.projects.length === 0) {
    return (
      <EmptyState
        title={t('publish.noInquiry')}
        actions={
          <Button
            variant="primary"
            onPress={() => {
              go('/inquiry?new=1');
            }}
          >
            {t('publish.startInquiry')}
          </Button>
        }
      >
        {t('publish.noInquiryText')}
      </EmptyState>
    );
  }
  return (
    <>
      <p className={styles['meta']}>{t('publish.choose')}</p>
      <ul className={styles['cards']}>
        {list.data.projects.map((project) => (
          <li key={project.id} className={styles['card']}>
            <Button
              variant="link"
              onPress={() => {
                go(`/exchange/publish/${project.id}`);
              }}
            >
              <span className={styles['cardTitle']}>{project.title}</span>
            </Button>
            {project.question === '' ? null : <p className={styles['meta']}>{project.question}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Draft({ projectId }: { readonly projectId: string }) {
  const { t } = useTranslation('exchange');
  // What is typed here must not be swept away by a refetch: the draft is read once per visit.
  const draft = useContract('exchange.draft', { projectId }, { tables: ['practice_case'] });
  if (draft.error) return <ErrorNote failure={draft.error.failure} />;
  if (!draft.data) return <Skeleton lines={8} label={t('loading')} />;
  return <PublishForm projectId={projectId} draft={draft.data} />;
}
