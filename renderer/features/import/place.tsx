import { Import } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useGo, type PlaceLocation } from '../../lib/navigation';
import { Button, EmptyState, Place } from '../../ui';
import { useImportStore } from './import-store';
import { PreviewPlace } from './preview-place';
import { usePreviewStore } from './preview-store';

/** The room of the import: /import/PREVIEW shows what would come in. */
export default function ImportPlace({ segments }: PlaceLocation) {
  const { t } = useTranslation('import');
  const go = useGo();
  const previewId = usePreviewStore((state) => state.previewId);
  if (previewId !== null && segments[0] === previewId) {
    return <PreviewPlace key={previewId} previewId={previewId} />;
  }
  return (
    <Place title={t('preview.title')}>
      <EmptyState
        icon={Import}
        title={t('preview.none')}
        actions={
          <>
            <Button
              variant="primary"
              onPress={() => {
                useImportStore.getState().show({ kind: 'start' });
              }}
            >
              {t('commands.open')}
            </Button>
            <Button
              onPress={() => {
                go('/library');
              }}
            >
              {t('preview.toLibrary')}
            </Button>
          </>
        }
      >
        {t('preview.noneText')}
      </EmptyState>
    </Place>
  );
}
