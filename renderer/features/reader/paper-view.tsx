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
import { useDocument } from './use-document';

interface PaperViewProps {
  readonly attachmentId: string;
  readonly paper: PaperInfo;
  readonly search: Readonly<Record<string, string>>;
}

/** One paper: opens its PDF and shows it, or says why it cannot. */
export function PaperView({ attachmentId, paper, search }: PaperViewProps) {
  const title = paper.itemTitle === '' ? paper.fileTitle : paper.itemTitle;
  useEffect(() => {
    keepOpen({ attachmentId, title });
    return leavePaper;
  }, [attachmentId, title]);
  if (paper.mediaType !== 'application/pdf') return <NotPdf attachmentId={attachmentId} />;
  return <OpenPaperView attachmentId={attachmentId} paper={paper} title={title} search={search} />;
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

function OpenPaperView({ attachmentId, paper, title, search }: PaperViewProps & { readonly title: string }) {
  const { t } = useTranslation('reader');
  const [result, retry] = useDocument(attachmentId);
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
        <OpenFailure failure={result.failure} onRetry={retry} />
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
