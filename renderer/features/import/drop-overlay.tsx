import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/navigation';
import { Icon } from '../../ui';
import styles from './import.module.css';
import { bringIn } from './start-import';

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}

/** Takes files and folders dropped anywhere on the window. */
export function DropOverlay() {
  const { t } = useTranslation('import');
  const go = useGo();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    // Enter and leave come for every element on the way: only the balance tells whether the pointer left the window.
    let depth = 0;
    const onEnter = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      depth += 1;
      setIsOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setIsOver(false);
    };
    const onOver = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    };
    const onDrop = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setIsOver(false);
      const paths = window.inquiry.pathsOfFiles([...(event.dataTransfer?.files ?? [])]);
      void bringIn({ paths, pasted: null }, go);
    };
    window.addEventListener('dragenter', onEnter);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragenter', onEnter);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('drop', onDrop);
    };
  }, [go]);
  if (!isOver) return null;
  return (
    <div className={styles['overlay']}>
      <div className={styles['overlayCard']}>
        <Icon icon={FileDown} size={40} />
        <p className={styles['overlayTitle']}>{t('overlay.title')}</p>
        <p>{t('overlay.text')}</p>
      </div>
    </div>
  );
}
