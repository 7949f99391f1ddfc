import { useTranslation } from 'react-i18next';
import type { CallOutput } from '@shared/ipc/contract';
import { Note } from '../../ui';
import styles from './exchange.module.css';

/** What the pre-share check found, file by file, or that nothing was found. */
export function CheckFindings({ checked }: { readonly checked: CallOutput<'exchange.check'> }) {
  const { t } = useTranslation('exchange');
  return (
    <div role="status" className={styles['stack']}>
      {checked.missing.length > 0 ? (
        <Note tone="warn" title={t('check.missing')}>
          {checked.missing.map((field) => t(`missing.${field}`)).join(' · ')}
        </Note>
      ) : null}
      {checked.findings.length > 0 ? (
        <Note tone="warn" title={t('check.refused', { count: checked.findings.length })}>
          <ul className={styles['findings']}>
            {checked.findings.slice(0, 20).map((finding, index) => (
              <li key={`${finding.path}-${String(index)}`}>
                {t('check.finding', {
                  what: t(`check.codes.${finding.code}`),
                  file: finding.path,
                  excerpt: finding.excerpt,
                })}
              </li>
            ))}
          </ul>
        </Note>
      ) : (
        <Note tone="ok" title={t('check.clean')}>
          {t('check.cleanText', { count: checked.files.length })}
        </Note>
      )}
    </div>
  );
}
