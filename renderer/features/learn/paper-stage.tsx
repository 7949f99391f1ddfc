import { FileQuestion, PackagePlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Anchor } from '@shared/domain/learning/teaching-paper';
import { useContract, useContractMutation } from '../../lib/queries';
import { Button, EmptyState, ErrorNote, Skeleton } from '../../ui';
import { PaperView, type PaperSelection } from './paper-view';
import styles from './paper.module.css';
import { useLanguage } from './use-language';

interface PaperStageProps {
  readonly paperId: string;
  readonly anchors: readonly Anchor[];
  readonly onSelect?: ((selection: PaperSelection) => void) | undefined;
  readonly onConfirm?: (() => void) | undefined;
}

/** The teaching paper of a step; offers to bring it back when it was deleted from the library. */
export function PaperStage({ paperId, anchors, onSelect, onConfirm }: PaperStageProps) {
  const { t } = useTranslation(['learn', 'common']);
  const language = useLanguage();
  const paper = useContract('learn.paper', { paperId }, { tables: ['attachment', 'item'] });
  const add = useContractMutation('learn.addSamples');
  if (paper.isError) {
    return (
      <div className={styles.notice}>
        <ErrorNote failure={paper.error.failure} onRetry={() => void paper.refetch()} />
      </div>
    );
  }
  if (!paper.data) {
    return (
      <div className={styles.notice}>
        <Skeleton label={t('common:loading')} lines={6} />
      </div>
    );
  }
  if (paper.data.attachmentId === null) {
    return (
      <EmptyState
        icon={FileQuestion}
        title={t('paper.missing.title')}
        actions={
          <Button
            variant="primary"
            icon={PackagePlus}
            isDisabled={add.isPending}
            onPress={() => void add.run({ language })}
          >
            {t('paper.missing.add')}
          </Button>
        }
      >
        {t('paper.missing.text', { title: paper.data.title })}
      </EmptyState>
    );
  }
  return (
    <PaperView
      attachmentId={paper.data.attachmentId}
      title={paper.data.title}
      anchors={anchors}
      onSelect={onSelect}
      onConfirm={onConfirm}
    />
  );
}
