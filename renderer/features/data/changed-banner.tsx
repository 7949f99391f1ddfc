import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { sizeBand } from '@shared/domain/dataset/presentation';
import { Button, Note } from '../../ui';
import { useResultNumbers } from './numbers';
import type { Analysis } from './types';

export interface ChangedBannerProps {
  readonly analysis: Analysis;
  readonly because: NonNullable<Analysis['changedBecause']>;
  readonly onSeen: () => void;
}

/** Says that a result is no longer what it was, what it was and why, until the user has seen it. */
export function ChangedBanner({ analysis, because, onSeen }: ChangedBannerProps) {
  const { t } = useTranslation('data');
  const { signed } = useResultNumbers();
  const { previous, result } = analysis;
  const bands = [previous, result].map((one) => (one ? sizeBand(one.n) : 'below-5'));
  // Means of very small groups stay behind "show anyway", here too.
  const means = bands.every((band) => band === '10-29' || band === '30-up');
  const before = previous?.change?.difference;
  const after = result.change?.difference;
  return (
    <div role="status">
      <Note
        tone="warn"
        icon={CircleAlert}
        title={t(`changed.${because}`)}
        actions={
          <Button size="small" onPress={onSeen}>
            {t('changed.seen')}
          </Button>
        }
      >
        {previous === null
          ? null
          : means && before !== undefined && after !== undefined
            ? t('changed.numbers', {
                nBefore: previous.n,
                nAfter: result.n,
                before: signed(before),
                after: signed(after),
              })
            : t('changed.counts', { nBefore: previous.n, nAfter: result.n })}{' '}
        {t('changed.text')}
      </Note>
    </div>
  );
}
