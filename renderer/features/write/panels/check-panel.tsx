import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '@shared/ipc/contract';
import { useFormats } from '../../../lib/format';
import { useContract } from '../../../lib/queries';
import { EmptyState, ErrorNote, Icon, Note } from '../../../ui';
import styles from './panels.module.css';

type Finding = CallOutput<'report.check'>['findings'][number];

export interface CheckPanelProps {
  readonly reportId: string;
  readonly claimLevel: CallOutput<'report.get'>['claimLevel']['level'];
  readonly onShowSection: (sectionId: string) => void;
  readonly onShowClaim: (claimId: string) => void;
}

const TABLES = [
  'report',
  'report_section',
  'link',
  'annotation',
  'item',
  'journal_entry',
  'analysis',
  'dataset',
] as const;

/** What to look at before the report leaves the computer. */
export function CheckPanel({ reportId, claimLevel, onShowSection, onShowClaim }: CheckPanelProps) {
  const { t } = useTranslation('write');
  const { data, error, refetch } = useContract('report.check', { reportId }, { tables: TABLES });
  if (error) return <ErrorNote failure={error.failure} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <div className={styles['stack']}>
      <Note title={t('check.level', { level: claimLevel })}>{t(`claim-level.${claimLevel}`)}.</Note>
      {data.findings.length === 0 ? (
        <EmptyState icon={CircleCheck} title={t('check.clear-title')} compact>
          {t('check.clear')}
        </EmptyState>
      ) : (
        <ul className={styles['findings']} aria-label={t('check.findings', { count: data.findings.length })}>
          {data.findings.map((finding, index) => (
            <li key={`${finding.kind}-${finding.sectionId}-${String(index)}`}>
              <button
                type="button"
                className={styles['finding']}
                onClick={() => {
                  if ('claimId' in finding) onShowClaim(finding.claimId);
                  else onShowSection(finding.sectionId);
                }}
              >
                <Icon icon={CircleAlert} size={16} />
                <FindingText finding={finding} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function FindingText({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation('write');
  const formats = useFormats();
  switch (finding.kind) {
    case 'section-empty':
      return (
        <span>
          <strong>{finding.heading}</strong> {t('check.section-empty')}
        </span>
      );
    case 'claim-without-evidence':
    case 'evidence-gone':
      return (
        <span>
          <strong>{t(`check.${finding.kind}`)}</strong> <q>{finding.text}</q>
        </span>
      );
    case 'above-claim-level':
      return (
        <span>
          <strong>
            {finding.allowedFrom === null
              ? t('check.never', { wording: finding.wording })
              : t('check.above', { wording: finding.wording, level: finding.allowedFrom })}
          </strong>{' '}
          <q>{finding.text}</q>{' '}
          {finding.alternatives.length > 0
            ? t('check.instead', { words: formats.list(finding.alternatives) })
            : null}
        </span>
      );
  }
}
