import { useTranslation } from 'react-i18next';
import { plannedWeeks, workload } from '@shared/domain/inquiry';
import { useFormats } from '../../lib/format';
import { Note } from '../../ui';
import { useProject } from './project-context';

/** The weekly load against the hours the user has (S-K-05). */
export function WorkloadNote() {
  const { t } = useTranslation('inquiry');
  const formats = useFormats();
  const { detail } = useProject();
  const load = workload(detail.values);
  const weeks = plannedWeeks(detail.values);
  if (load.hoursPerWeek === 0) return null;
  const hours = formats.number(load.hoursPerWeek, 1);
  const budget = load.budget === null ? '' : formats.number(load.budget, 1);
  const activities = formats.list(
    load.offending.map((item) => `${item.activity} (${formats.number(item.hours, 1)})`),
  );
  const text = load.isTooMuch
    ? t('time.tooMuch', { hours, budget, activities })
    : load.budget === null
      ? t('time.fits', { hours })
      : t('time.within', { hours, budget });
  return (
    <Note tone={load.isTooMuch ? 'warn' : 'neutral'}>
      {text} {weeks === null ? null : t('time.weeks', { count: weeks })}
    </Note>
  );
}
