import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { FileWarning } from 'lucide-react';
import { EmptyState, Place, Skeleton } from '../../ui';
import { DocumentView } from './document-view';
import { OpenFailure } from './open-failure';
import { PaperTabs } from './paper-tabs';
import styles from './reader.module.css';
import type { PaperInfo } from './reader-types';
import { keepOpen, leavePaper } from './store';
import type { DocumentState } from './use-document';

interface PaperViewProps {
  readonly attachmentId: string;
  readonly paper: PaperInfo;
  readonly search: Readonly<Record<string, string>>;
  /** Where opening its PDF stands. */
  readonly result: DocumentState;
  readonly onRetry: (password?: string) => void;
}

/** One paper: shows its PDF, or says why it cannot. */
export function PaperView(props: PaperViewProps) {
  const { attachmentId, paper } = props;
  const title = paper.itemTitle === '' ? paper.fileTitle : paper.itemTitle;
  useEffect(() => {
    keepOpen({ attachmentId, title });
    return leavePaper;
  }, [attachmentId, title]);
  if (paper.mediaType !== 'application/pdf') return <NotPdf attachmentId={attachmentId} />;
  return <OpenPaperView {...props} title={title} />;
}

function NotPdf({ attachmentId }: { readonly attachmentId: string }) {
  const { t } = useTranslation('reader');
  return (
    <Place title={t('title')} start={<PaperTabs current={attachmentId} />}>
      <EmptyState icon={FileWarning} title={t('failure.title')}>
        {t('failure.notPdf')}
      </EmptyState>
    </Place>
  );
}

function OpenPaperView(props: PaperViewProps & { readonly title: string }) {
  const { t } = useTranslation('reader');
  const { attachmentId, paper, title, search, result, onRetry } = props;
  if (result.state === 'open') {
    return (
      <DocumentView
        attachmentId={attachmentId}
        paper={paper}
        title={title}
        document={result.document}
        search={search}
      />
    );
  }
  return (
    <Place title={title} start={<PaperTabs current={attachmentId} />} surface="bare">
      {result.state === 'failed' ? (
        <OpenFailure failure={result.failure} onRetry={onRetry} />
      ) : (
        <div className={styles.opening}>
          <div className={styles.openingPage}>
            <Skeleton label={t('loading')} lines={12} />
          </div>
        </div>
      )}
    </Place>
  );
}
