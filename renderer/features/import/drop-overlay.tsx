import { FileDown, FilePlus2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FILE_OVER, fileTargetOf, type FileTarget } from '../../lib/file-target';
import { useGo } from '../../lib/navigation';
import { Icon } from '../../ui';
import { attachDropped, droppedPaths } from './attach-dropped';
import styles from './import.module.css';
import { bringIn } from './start-import';

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}

/** Where files are held: over a record, or anywhere else in the window. */
type Held = { readonly title: string | null } | null;

/** Takes files and folders dropped on the window: on a record they become its documents, anywhere else they are imported. */
export function DropOverlay() {
  const { t } = useTranslation('import');
  const go = useGo();
  const [held, setHeld] = useState<Held>(null);
  useEffect(() => {
    // Enter and leave come for every element on the way: only the balance tells whether the pointer left the window.
    let depth = 0;
    let over: FileTarget | undefined;
    const hold = (target: FileTarget | undefined): void => {
      if (target?.element !== over?.element) {
        over?.element.removeAttribute(FILE_OVER);
        target?.element.setAttribute(FILE_OVER, '');
      }
      over = target;
      const title = target?.title ?? null;
      setHeld((before) => (before !== null && before.title === title ? before : { title }));
    };
    const letGo = (): void => {
      over?.element.removeAttribute(FILE_OVER);
      over = undefined;
      depth = 0;
      setHeld(null);
    };
    const onEnter = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      depth += 1;
      hold(fileTargetOf(event.target));
    };
    const onLeave = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) letGo();
    };
    const onOver = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      hold(fileTargetOf(event.target));
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    };
    const onDrop = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      letGo();
      const record = fileTargetOf(event.target);
      const { files, folders } = droppedPaths(event.dataTransfer);
      if (record) void attachDropped(record, files);
      // A folder is no document: it is imported wherever it falls.
      void bringIn({ paths: record ? folders : [...files, ...folders], pasted: null }, go);
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
      letGo();
    };
  }, [go]);
  if (held === null) return null;
  if (held.title !== null)
    return (
      <div className={styles['attachOverlay']}>
        <div className={styles['attachCard']} role="status">
          <Icon icon={FilePlus2} size={28} />
          <div>
            <p className={styles['attachTitle']}>
              {held.title === '' ? t('attach.dropUntitled') : t('attach.drop', { title: held.title })}
            </p>
            <p>{t('attach.dropText')}</p>
          </div>
        </div>
      </div>
    );
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
