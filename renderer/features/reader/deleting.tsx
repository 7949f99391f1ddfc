import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '@shared/domain/annotation';
import { call } from '../../lib/client';
import { reportFailure, useContractMutation } from '../../lib/queries';
import { AlertDialog, toast } from '../../ui';
import { chooseAnnotation } from './store';

/** Deleting annotations: at once with a way back, or after a question when something rests on them. */
export interface Deleting {
  readonly ask: (annotations: readonly Annotation[]) => void;
  readonly remove: (annotations: readonly Annotation[]) => Promise<void>;
  readonly asked: readonly Annotation[];
  readonly dismiss: () => void;
}

export function useDeleting(): Deleting {
  const { t } = useTranslation(['reader', 'common']);
  const [asked, setAsked] = useState<readonly Annotation[]>([]);
  const { run } = useContractMutation('annotation.remove');
  return useMemo(() => {
    const remove = async (annotations: readonly Annotation[]): Promise<void> => {
      const removed = await run({ annotationIds: annotations.map(({ id }) => id) });
      if (!removed.ok) return;
      chooseAnnotation(undefined);
      toast({
        text: t('list.deleted', { count: removed.value.removed }),
        action: { label: t('common:action.undo'), run: () => void undo() },
      });
    };
    return {
      asked,
      remove,
      ask: (annotations) => {
        if (annotations.some(({ linkCount }) => linkCount > 0)) setAsked(annotations);
        else void remove(annotations);
      },
      dismiss: () => setAsked([]),
    };
  }, [asked, run, t]);
}

async function undo(): Promise<void> {
  const undone = await call('history.undo', {});
  if (!undone.ok) reportFailure(undone.error);
}

/** Says what would lose its evidence. */
export function DeleteQuestion({ deleting }: { readonly deleting: Deleting }) {
  const { t } = useTranslation('reader');
  const { asked, dismiss, remove } = deleting;
  const links = asked.reduce((sum, { linkCount }) => sum + linkCount, 0);
  return (
    <AlertDialog
      title={t('list.confirm.title', { count: asked.length })}
      isOpen={asked.length > 0}
      onOpenChange={(open) => {
        if (!open) dismiss();
      }}
      confirmLabel={t('list.delete')}
      onConfirm={() => void remove(asked)}
    >
      {t('list.confirm.text', { count: links })}
    </AlertDialog>
  );
}
