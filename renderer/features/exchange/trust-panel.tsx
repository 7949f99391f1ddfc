import { useTranslation } from 'react-i18next';
import type { CallOutput } from '@shared/ipc/contract';
import { Note } from '../../ui';
import styles from './exchange.module.css';

interface TrustPanelProps {
  readonly trust: CallOutput<'exchange.get'>['trust'];
  readonly integrity: 'own' | 'verified' | 'unverified';
  readonly licence: string;
}

/** Facts to weigh, each on its own line and never added up. */
export function TrustPanel({ trust, integrity, licence }: TrustPanelProps) {
  const { t } = useTranslation('exchange');
  return (
    <div className={styles['stack']}>
      <dl className={styles['facts']}>
        <dt>{t('trust.integrity')}</dt>
        <dd>{t(`integrity.${integrity}`)}</dd>
        <dt>{t('trust.claimLevel')}</dt>
        <dd>{t(`claimLevels.${trust.claimLevel}`)}</dd>
        <dt>{t('trust.perspectives')}</dt>
        <dd>{t('trust.perspectivesCount', { count: trust.perspectives })}</dd>
        <dt>{t('trust.cycles')}</dt>
        <dd>{t('trust.cyclesCount', { count: trust.cycles })}</dd>
        <dt>{t('trust.outcomes')}</dt>
        <dd>
          {trust.withheld > 0
            ? t('trust.outcomesWithheld', { count: trust.outcomes, withheld: trust.withheld })
            : t('trust.outcomesCount', { count: trust.outcomes })}
        </dd>
        <dt>{t('trust.licence')}</dt>
        <dd>{licence}</dd>
      </dl>
      {trust.missing.length === 0 ? null : (
        <Note tone="warn" title={t('trust.missing')}>
          {trust.missing.map((field) => t(`missing.${field}`)).join(' · ')}
        </Note>
      )}
    </div>
  );
}
