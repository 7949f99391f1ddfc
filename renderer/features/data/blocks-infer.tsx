import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { wordProbabilityValue } from '@shared/domain/statistics';
import { Button } from '../../ui';
import { IntervalPlot } from '../../ui/charts';
import type { BlockProps } from './blocks-describe';
import { useResultNumbers } from './numbers';
import styles from './data.module.css';

/** Mean change in points of the measure with its interval (F6), the first number of most results. */
export function ChangeBlock({ analysis, unit }: BlockProps) {
  const { t } = useTranslation('data');
  const { points, signed } = useResultNumbers();
  const { change, n } = analysis.result;
  if (change === null) return null;
  const { difference, interval } = change;
  const direction = difference > 0 ? 'up' : difference < 0 ? 'down' : 'none';
  const words = t(`words.${direction}`, {
    n,
    difference: points(Math.abs(difference)),
    unit,
    low: signed(interval.low),
    high: signed(interval.high),
  });
  const zeroInside = interval.low <= 0 && interval.high >= 0;
  return (
    <>
      <p className={styles['big']}>
        <span className={styles['bigNumber']}>{signed(difference)}</span> {unit}
        <span className={styles['bigInterval']}>
          {t('interval', { low: points(interval.low), high: points(interval.high) })}, {`n = ${String(n)}`}
        </span>
      </p>
      <IntervalPlot
        label={t('intervalLabel')}
        summary={zeroInside ? `${words} ${t('words.zeroInside')}` : words}
        value={difference}
        low={interval.low}
        high={interval.high}
        axisLabel={t('changeAxis', { unit })}
        format={signed}
      />
    </>
  );
}

/** g_pre with its interval; months are refused, visibly and with the reason. */
export function EffectBlock({ analysis }: BlockProps) {
  const { t } = useTranslation('data');
  const { effect: format, signedEffect, signed } = useResultNumbers();
  const effect = analysis.result.change?.effect ?? null;
  const { n } = analysis.result;
  if (effect === null) return null;
  const { value, interval } = effect;
  const [low, high] = [format(interval.low), format(interval.high)];
  return (
    <>
      <p className={styles['big']}>
        <span className={styles['bigNumber']}>{format(value)}</span>
        <span className={styles['bigInterval']}>
          {t('interval', { low, high })}, {`n = ${String(n)}`}
        </span>
      </p>
      <IntervalPlot
        label={t('effectLabel')}
        summary={t('words.effect', { value: format(value), n, low, high })}
        value={value}
        low={interval.low}
        high={interval.high}
        axisLabel={t('effectAxis')}
        format={signedEffect}
        axisFormat={signed}
      />
      <Months />
    </>
  );
}

/** The control that one-group results do not get: shown as unavailable, so that the question is answered where it comes up. */
function Months() {
  const { t } = useTranslation('data');
  const why = useId();
  return (
    <div className={styles['months']} role="group" aria-label={t('months.title')}>
      <Button size="small" isDisabled aria-describedby={why}>
        {t('months.button')}
      </Button>
      <p id={why}>{t('months.why')}</p>
    </div>
  );
}

/** F24: signed-rank and sign test with the only wording the app has for a p-value. */
export function RankBlock({ analysis, exactFirst }: BlockProps & { readonly exactFirst: boolean }) {
  const { t } = useTranslation('data');
  const { p, bareP, score, effect } = useResultNumbers();
  const { signedRank, signP } = analysis.result;
  if (signedRank === null || signP === null) {
    return <p className={styles['words']}>{t('words.noDifferences')}</p>;
  }
  const { pExact, method, zeros, wPlus, wMinus, n, rankBiserial } = signedRank;
  const exact = method === 'exact' || (exactFirst && pExact !== null);
  const shown = exact ? (pExact ?? signedRank.p) : signedRank.p;
  const wording = wordProbabilityValue(shown);
  const sums = { plus: score(wPlus), minus: score(wMinus), n };
  return (
    <>
      <p className={styles['words']}>{t(wording.key, { p: bareP(wording.p) })}</p>
      <p className={styles['test']}>
        {exact
          ? t('test.exact', { p: p(shown), ...sums })
          : t('test.normal', { p: p(shown), pContinuity: p(signedRank.pContinuity), ...sums })}
        . {zeros > 0 ? t('test.zeros', { count: zeros }) : ''}
      </p>
      <p className={styles['test']}>
        {t('test.biserial', { value: effect(rankBiserial) })}. {t('test.sign', { p: p(signP) })}.
      </p>
    </>
  );
}

/** The paired t-test of F6. */
export function StudentBlock({ analysis }: BlockProps) {
  const { t } = useTranslation('data');
  const { p, effect } = useResultNumbers();
  const change = analysis.result.change;
  if (change?.t == null || change.p === null) return null;
  return (
    <p className={styles['test']}>{t('test.t', { df: change.df, t: effect(change.t), p: p(change.p) })}</p>
  );
}
