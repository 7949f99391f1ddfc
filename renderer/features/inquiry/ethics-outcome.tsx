import { Scale } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ethicsAnswers, ethicsTier } from '@shared/domain/inquiry';
import { useFormats } from '../../lib/format';
import { Note } from '../../ui';
import { useProject } from './project-context';

/** What the six answers mean, and what led there. */
export function EthicsOutcome() {
  const { t } = useTranslation('inquiry');
  const formats = useFormats();
  const { detail } = useProject();
  const outcome = ethicsTier(ethicsAnswers(detail.values));
  if (outcome.tier === null) {
    return (
      <Note icon={Scale} title={t('ethics.title')}>
        {t('ethics.waiting', { count: outcome.unanswered.length })}
      </Note>
    );
  }
  const reasons = outcome.because.map((reason) => t(`ethics.reasons.${reason}`));
  return (
    <Note
      icon={Scale}
      title={`${outcome.tier}: ${t(`ethics.${outcome.tier}`)}.`}
      tone={outcome.tier === 'T3' ? 'warn' : 'neutral'}
    >
      {t(`ethics.${outcome.tier}text`)}{' '}
      {reasons.length > 0 ? t('ethics.because', { reasons: formats.list(reasons) }) : null}{' '}
      {outcome.institutionFirst ? t('ethics.institution') : null} {t('ethics.rules')}
    </Note>
  );
}
