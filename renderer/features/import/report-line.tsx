import { CircleAlert, CircleCheck, CircleX, Copy, Eye, SkipForward } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ReportLine } from '@shared/ipc/contract/import';
import { useGo } from '../../lib/navigation';
import { Button, Disclosure, failureWords, Icon, type LucideIcon } from '../../ui';
import styles from './import.module.css';
import { useImportStore } from './import-store';

const icons: Readonly<Record<ReportLine['outcome'], LucideIcon>> = {
  imported: CircleCheck,
  duplicate: Copy,
  failed: CircleX,
  skipped: SkipForward,
};

/** One record: what became of it, why, where it stands, and the record itself when something is to be looked at. */
export function ReportLineRow({ line }: { readonly line: ReportLine }) {
  const { t, i18n } = useTranslation('import');
  const go = useGo();
  const show = useImportStore((state) => state.show);
  const hasRemark = line.outcome === 'imported' && line.code !== null;
  const { itemId } = line;
  // A line about a whole file is named by the file.
  const isFile = line.title === '' && line.line === null;
  return (
    <li className={styles['line']} data-outcome={hasRemark ? 'remark' : line.outcome}>
      <Icon icon={hasRemark ? CircleAlert : icons[line.outcome]} size={18} />
      <div className={styles['lineText']}>
        <p className={styles['lineHead']}>
          <span className={styles['outcome']}>{t(`report.outcome.${line.outcome}`)}</span>
          <span className={styles['lineTitle']}>
            {isFile ? line.source : line.title === '' ? t('report.untitled') : line.title}
          </span>
        </p>
        {line.code === null ? null : <p>{failureWords(i18n, { code: line.code, details: line.details })}</p>}
        {isFile ? null : (
          <p className={styles['muted']}>
            {line.line === null ? line.source : t('report.line', { source: line.source, line: line.line })}
          </p>
        )}
        {line.raw === null ? null : (
          <Disclosure title={t('report.raw')} level={4}>
            {/* Long records scroll, so they must be reachable by keyboard. */}
            {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- axe: scrollable-region-focusable */}
            <pre className={styles['raw']} tabIndex={0}>
              {line.raw}
            </pre>
          </Disclosure>
        )}
      </div>
      {itemId === null ? null : (
        <Button
          size="small"
          variant="quiet"
          icon={Eye}
          aria-label={`${t('report.openRecord')}: ${line.title}`}
          onPress={() => {
            show({ kind: 'closed' });
            go(`/library/${itemId}`);
          }}
        >
          {t('report.openRecord')}
        </Button>
      )}
    </li>
  );
}
