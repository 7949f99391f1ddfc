import { FileText, LibraryBig } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ExerciseViewOf } from '@shared/domain/learning/module-view';
import { useGo } from '../../../lib/navigation';
import { useContract } from '../../../lib/queries';
import { Button, Chip, EmptyState, ErrorNote, Icon, Skeleton } from '../../../ui';
import styles from '../learn.module.css';
import { Outcome } from './outcome';
import type { ExerciseWork } from './use-exercise';

interface OwnPaperProps {
  readonly exercise: ExerciseViewOf<'own-paper'>;
  readonly work: ExerciseWork;
}

/** Answer the appraisal questions on a paper of one's own; done when every answer has its footing. */
export function OwnPaper({ exercise, work }: OwnPaperProps) {
  const { t } = useTranslation(['learn', 'common']);
  const go = useGo();
  const papers = useContract('appraisal.papers', { setId: exercise.appraisalSetId });
  if (papers.isError)
    return <ErrorNote failure={papers.error.failure} onRetry={() => void papers.refetch()} />;
  if (!papers.data) return <Skeleton label={t('common:loading')} lines={5} />;
  if (papers.data.papers.length === 0) {
    return (
      <EmptyState
        compact
        icon={LibraryBig}
        title={t('own.empty.title')}
        actions={
          <Button
            variant="primary"
            onPress={() => {
              go('/library');
            }}
          >
            {t('end.library')}
          </Button>
        }
      >
        {t('own.empty.text')}
      </EmptyState>
    );
  }
  return (
    <>
      <ul className={styles.papers} aria-label={t('own.papers')}>
        {papers.data.papers.map(({ itemId, attachmentId, title, authors, year, progress }) => (
          <li key={itemId} className={styles.ownPaper}>
            <Icon icon={FileText} size={18} />
            <span className={styles.ownText}>
              <span className={styles.ownTitle}>{title}</span>
              <span className={styles.quiet}>{[authors, year].filter(Boolean).join(', ')}</span>
            </span>
            {progress ? (
              <Chip tone={progress.complete ? 'ok' : 'neutral'}>
                {t('own.progress', { done: progress.grounded, count: progress.total })}
              </Chip>
            ) : null}
            {progress?.complete === true ? (
              <Button
                variant="primary"
                size="small"
                isDisabled={work.isBusy}
                onPress={() =>
                  void work.submit({
                    kind: 'own-paper',
                    itemId,
                    answered: progress.grounded,
                    total: progress.total,
                  })
                }
              >
                {t('own.handIn')}
              </Button>
            ) : (
              <Button
                size="small"
                aria-label={t('own.appraiseThis', { title })}
                onPress={() => {
                  go(`/reader/${attachmentId}?panel=appraisal`);
                }}
              >
                {progress ? t('own.goOn') : t('own.appraise')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Outcome work={work} rationale={exercise.rationale} help={t('own.unfinished')} />
    </>
  );
}
