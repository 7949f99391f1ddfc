import { BookOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useGo, type PlaceLocation } from '../../lib/navigation';
import { useContract } from '../../lib/queries';
import { Button, EmptyState, ErrorNote, Place, Skeleton } from '../../ui';
import { PaperTabs } from './paper-tabs';
import { PaperView } from './paper-view';
import { useReader } from './store';
import { useDocument } from './use-document';

/** The reader: one paper at a time, the open ones in a row of tabs. Address: /reader/ATTACHMENT?page=3&annotation=ID&quote=words */
export default function ReaderPlace({ segments, search }: PlaceLocation) {
  const last = useReader(({ papers }) => papers.at(-1)?.attachmentId);
  const attachmentId = segments[0] ?? last;
  if (attachmentId === undefined) return <NothingOpen />;
  return <Paper key={attachmentId} attachmentId={attachmentId} search={search} />;
}

function NothingOpen() {
  const { t } = useTranslation('reader');
  const go = useGo();
  return (
    <Place title={t('title')}>
      <EmptyState
        icon={BookOpen}
        title={t('nothingOpen.title')}
        actions={
          <Button variant="primary" onPress={() => go('/library')}>
            {t('nothingOpen.action')}
          </Button>
        }
      >
        {t('nothingOpen.text')}
      </EmptyState>
    </Place>
  );
}

interface PaperProps {
  readonly attachmentId: string;
  readonly search: Readonly<Record<string, string>>;
}

function Paper({ attachmentId, search }: PaperProps) {
  const { t } = useTranslation('reader');
  const paper = useContract('annotation.openPaper', { attachmentId }, { tables: [] });
  // Opened while the library still looks the paper up: neither needs the other.
  const [result, retry] = useDocument(attachmentId);
  if (paper.data) {
    return (
      <PaperView
        attachmentId={attachmentId}
        paper={paper.data}
        search={search}
        result={result}
        onRetry={retry}
      />
    );
  }
  return (
    <Place title={t('title')} start={<PaperTabs current={attachmentId} />}>
      <div style={{ padding: '2rem', maxWidth: '40rem' }}>
        {paper.error ? (
          <ErrorNote failure={paper.error.failure} />
        ) : (
          <Skeleton label={t('loading')} lines={5} />
        )}
      </div>
    </Place>
  );
}
