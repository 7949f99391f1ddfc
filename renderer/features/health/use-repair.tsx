import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/client';
import { reportFailure } from '../../lib/queries';
import { AlertDialog, toast } from '../../ui';

/**
 * Lets a person show where a document is now; another document than before is taken only after a question.
 * @param onMended called when it is there again
 */
export function useRepair(onMended: () => void): {
  readonly choose: (attachmentId: string) => Promise<void>;
  readonly question: ReactNode;
} {
  const { t } = useTranslation('health');
  const [other, setOther] = useState<{ readonly attachmentId: string; readonly path: string } | null>(null);
  const mend = async (attachmentId: string, path: string, acceptOther: boolean): Promise<void> => {
    const result = await call('health.repairFile', { attachmentId, path, acceptOther });
    if (result.ok) {
      toast({ text: t('file.mended') });
      onMended();
    } else if (result.error.code === 'health.other-file') setOther({ attachmentId, path });
    else reportFailure(result.error);
  };
  return {
    choose: async (attachmentId) => {
      const picked = await call('desktop.pickFiles', { kind: 'any', multiple: false });
      if (!picked.ok) {
        reportFailure(picked.error);
        return;
      }
      const path = picked.value.paths[0];
      if (path !== undefined) await mend(attachmentId, path, false);
    },
    question:
      other === null ? null : (
        <AlertDialog
          title={t('file.otherTitle')}
          isOpen
          onOpenChange={() => {
            setOther(null);
          }}
          confirmLabel={t('file.otherConfirm')}
          onConfirm={() => {
            void mend(other.attachmentId, other.path, true);
          }}
        >
          <p>{t('file.otherText')}</p>
        </AlertDialog>
      ),
  };
}
