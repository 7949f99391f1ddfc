import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/client';
import { reportFailure } from '../../lib/queries';
import { useSettings } from '../../lib/settings';
import { AlertDialog } from '../../ui';
import styles from './online.module.css';

/**
 * Shows what will be sent before the first request of all.
 * @returns `guard` runs the work at once or after the person agreed; `dialog` is to be shown
 */
export function useFirstUse(): { readonly guard: (work: () => void) => void; readonly dialog: ReactNode } {
  const { t } = useTranslation('online');
  const { online } = useSettings();
  const [waiting, setWaiting] = useState<{ readonly work: () => void } | null>(null);
  const guard = (work: () => void): void => {
    if (online.noticeSeen) work();
    else setWaiting({ work });
  };
  const agree = async (): Promise<void> => {
    const stored = await call('settings.set', { online: { ...online, noticeSeen: true } });
    if (stored.ok) waiting?.work();
    else reportFailure(stored.error);
  };
  const dialog =
    waiting === null ? null : (
      <AlertDialog
        title={t('notice.title')}
        isOpen
        onOpenChange={() => {
          setWaiting(null);
        }}
        tone="primary"
        confirmLabel={t('notice.agree')}
        onConfirm={() => void agree()}
      >
        <p>{t('notice.text')}</p>
        <ul className={styles['sent']}>
          <li>{t('notice.what')}</li>
          <li>{online.mail === '' ? t('notice.mailNo') : t('notice.mailYes', { mail: online.mail })}</li>
          <li>{t('notice.computer')}</li>
        </ul>
        <p>{t('notice.off')}</p>
      </AlertDialog>
    );
  return { guard, dialog };
}
