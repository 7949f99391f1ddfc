import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CallInput, CallOutput } from '@shared/ipc/contract';
import { useContract } from '../../lib/queries';
import { AlertDialog, toast } from '../../ui';
import { attempt } from './actions';
import { selectedIds, useLibrary } from './state';
import styles from './view.module.css';

type Lost = CallOutput<'library.previewEmptyTrash'>;
export type Chosen = Omit<CallInput<'trash.remove'>, 'ids'> & { readonly ids: readonly string[] };

function told(removed: number, papersOnly: boolean): void {
  useLibrary.getState().clearSelection();
  toast({
    text: papersOnly
      ? i18next.t('library:trash.emptied', { count: removed })
      : i18next.t('library:trash.gone', { count: removed }),
    action: { label: i18next.t('common:action.undo'), run: () => void attempt('history.undo', {}) },
  });
}

/** Says what goes and what would lose its ground before the trash is emptied. */
export function EmptyTrashDialog({ onOpenChange }: { readonly onOpenChange: (open: boolean) => void }) {
  const { t } = useTranslation('library');
  const preview = useContract('library.previewEmptyTrash', {}).data;
  return (
    <AlertDialog
      title={t('trash.confirmTitle')}
      isOpen
      onOpenChange={onOpenChange}
      confirmLabel={t('trash.confirm')}
      isConfirmDisabled={preview === undefined}
      onConfirm={() => {
        void attempt('library.emptyTrash', {}).then((done) => {
          if (done) told(done.removed, done.removed === preview?.items);
        });
      }}
    >
      {preview === undefined ? null : <WhatGoes lost={preview} />}
    </AlertDialog>
  );
}

/** The same for some papers, notes or documents of the trash. */
export function DeleteForGoodDialog({
  chosen,
  onOpenChange,
}: {
  readonly chosen: Chosen;
  readonly onOpenChange: (open: boolean) => void;
}) {
  const { t } = useTranslation('library');
  const input = { kind: chosen.kind, ids: [...chosen.ids] };
  const preview = useContract('trash.preview', input).data;
  return (
    <AlertDialog
      title={t('trash.deleteTitle')}
      isOpen
      onOpenChange={onOpenChange}
      confirmLabel={t('trash.delete')}
      isConfirmDisabled={preview === undefined}
      onConfirm={() => {
        void attempt('trash.remove', input).then((done) => {
          if (done) told(done.removed, chosen.kind === 'item');
        });
      }}
    >
      {preview === undefined ? null : <WhatGoes lost={preview} />}
    </AlertDialog>
  );
}

/** The question for the papers that are chosen in the list of the trash. */
export function DeleteChosenDialog({ onClose }: { readonly onClose: () => void }) {
  return <DeleteForGoodDialog chosen={{ kind: 'item', ids: selectedIds() }} onOpenChange={onClose} />;
}

function WhatGoes({ lost }: { readonly lost: Lost }) {
  const { t } = useTranslation('library');
  return (
    <>
      {lost.items === 0 ? null : (
        <p>
          {t('trash.confirmText', {
            count: lost.items,
            annotations: lost.annotations,
            notes: lost.notes,
            appraisals: lost.appraisals,
          })}
        </p>
      )}
      {lost.looseNotes === 0 ? null : <p>{t('trash.notesGo', { count: lost.looseNotes })}</p>}
      {lost.looseDocuments === 0 ? null : (
        <p>{t('trash.documentsGo', { count: lost.looseDocuments, annotations: lost.looseAnnotations })}</p>
      )}
      {lost.orphaned.length === 0 ? null : (
        <div>
          <p>{t('trash.orphans')}</p>
          <ul className={styles['orphans']}>
            {lost.orphaned.map((work) => (
              <li key={`${work.itemId} ${work.ownerKind} ${work.title}`}>
                {work.title === ''
                  ? t('trash.orphanUnnamed', { kind: t(`usedIn.${work.ownerKind}`), paper: work.itemTitle })
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
  );
}
