import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readOutline, type OpenDocument, type OutlineEntry, type PdfViewer } from '../../pdf';
import { EmptyState, SideEntry, SideList, Skeleton } from '../../ui';

interface OutlinePanelProps {
  readonly document: OpenDocument;
  readonly viewer: PdfViewer | undefined;
}

interface FlatEntry {
  readonly entry: OutlineEntry;
  readonly depth: number;
}

/** The table of contents that the PDF carries. */
export function OutlinePanel({ document, viewer }: OutlinePanelProps) {
  const { t } = useTranslation('reader');
  const { data } = useQuery({
    queryKey: ['reader.outline', document.fingerprint, document.pageCount],
    queryFn: () => readOutline(document.pdf),
  });
  if (data === undefined) return <Skeleton label={t('outline.label')} />;
  if (data.length === 0) {
    return (
      <EmptyState compact title={t('outline.empty.title')}>
        {t('outline.empty.text')}
      </EmptyState>
    );
  }
  return (
    <nav aria-label={t('outline.label')}>
      <SideList>
        {flatten(data, 0).map(({ entry, depth }) => (
          <SideEntry
            key={entry.id}
            label={entry.title}
            depth={depth}
            isDisabled={entry.destination === undefined}
            onPress={() => {
              if (entry.destination !== undefined) void viewer?.goToDestination(entry.destination);
            }}
          />
        ))}
      </SideList>
    </nav>
  );
}

function flatten(entries: readonly OutlineEntry[], depth: number): readonly FlatEntry[] {
  return entries.flatMap((entry) => [{ entry, depth }, ...flatten(entry.children, depth + 1)]);
}
