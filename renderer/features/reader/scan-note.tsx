import { ScanText } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PdfViewer } from '../../pdf';
import { Button, Note } from '../../ui';
import styles from './reader.module.css';

interface ScanNoteProps {
  readonly viewer: PdfViewer;
  readonly pageIndex: number;
  readonly dismissed: boolean;
  readonly onDismiss: () => void;
}

/** Says why nothing can be selected on a page without text. */
export function ScanNote({ viewer, pageIndex, dismissed, onDismiss }: ScanNoteProps) {
  const { t } = useTranslation(['reader', 'common']);
  const [empty, setEmpty] = useState(false);
  useEffect(() => {
    let over = false;
    const look = async (): Promise<void> => {
      const text = await viewer.pageText(pageIndex);
      if (!over) setEmpty(text.trim() === '');
    };
    // A page that cannot be read says so itself when it is drawn.
    look().catch(() => undefined);
    return () => {
      over = true;
    };
  }, [viewer, pageIndex]);
  if (!empty || dismissed) return null;
  return (
    <div className={styles.scanNote} role="status">
      <Note
        icon={ScanText}
        title={t('scan.title')}
        actions={
          <Button size="small" variant="quiet" onPress={onDismiss}>
            {t('common:action.dismiss')}
          </Button>
        }
      >
        {t('scan.text')}
      </Note>
    </div>
  );
}
