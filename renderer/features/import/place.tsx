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
  const placeId = usePreviewStore((state) => state.placeId);
  if (previewId !== null && segments[0] === placeId) {
    return <PreviewPlace key={placeId} previewId={previewId} />;
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
