import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import i18next from 'i18next';
import { useContract } from '../../lib/queries';
import { AlertDialog, Button, toast } from '../../ui';
import { attempt, putBack } from './actions';
import { useLibrary } from './state';
import styles from './view.module.css';

/** Over the list of the trash: put back, empty. */
export function TrashBar({ isEmpty }: { readonly isEmpty: boolean }) {
  const { t } = useTranslation('library');
  const [isAsking, setAsking] = useState(false);
  const chosen = useLibrary((state) => state.selection.ids);
  return (
    <div className={styles['strip']}>
      <span className={styles['stripText']}>{t('trash.bar')}</span>
      <Button size="small" isDisabled={chosen.size === 0} onPress={() => void putBack([...chosen])}>
        {t('trash.restore')}
      </Button>
      <Button
        size="small"
        isDisabled={isEmpty}
        onPress={() => {
          setAsking(true);
        }}
      >
        {t('trash.empty')}
      </Button>
      {isAsking ? <EmptyTrashDialog onOpenChange={setAsking} /> : null}
    </div>
  );
}

async function emptyTrash(): Promise<void> {
  const done = await attempt('library.emptyTrash', {});
  if (!done) return;
  useLibrary.getState().clearSelection();
  toast({
    text: i18next.t('library:trash.emptied', { count: done.removed }),
    action: { label: i18next.t('common:action.undo'), run: () => void attempt('history.undo', {}) },
  });
}

/** Says what goes and what would lose its ground before the trash is emptied. */
function EmptyTrashDialog({ onOpenChange }: { readonly onOpenChange: (open: boolean) => void }) {
  const { t } = useTranslation('library');
  const preview = useContract('library.previewEmptyTrash', {}).data;
  return (
    <AlertDialog
      title={t('trash.confirmTitle')}
      isOpen
      onOpenChange={onOpenChange}
      confirmLabel={t('trash.confirm')}
      isConfirmDisabled={preview === undefined}
      onConfirm={() => void emptyTrash()}
    >
      {preview === undefined ? null : (
        <>
          <p>
            {t('trash.confirmText', {
              count: preview.items,
              annotations: preview.annotations,
              notes: preview.notes,
              appraisals: preview.appraisals,
            })}
          </p>
          {preview.orphaned.length === 0 ? null : (
            <div>
              <p>{t('trash.orphans')}</p>
              <ul className={styles['orphans']}>
                {preview.orphaned.map((work) => (
                  <li key={`${work.itemId} ${work.ownerKind} ${work.title}`}>
                    {work.title === ''
                      ? t('trash.orphanUnnamed', {
                          kind: t(`usedIn.${work.ownerKind}`),
                          paper: work.itemTitle,
                        })
                      : t('trash.orphan', {
                          title: work.title,
                          kind: t(`usedIn.${work.ownerKind}`),
                          paper: work.itemTitle,
                        })}
                  </li>
                ))}
              </ul>
            </div>
          )}
          <p>{t('trash.undoable')}</p>
        </>
      )}
    </AlertDialog>
  );
}
