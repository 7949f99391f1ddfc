import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Presentation } from '@shared/domain/dataset/presentation';
import { useContract } from '../../lib/queries';
import { DataTable, Disclosure } from '../../ui';
import { SlopePlot, type SlopePair } from '../../ui/charts';
import { useResultNumbers } from './numbers';
import type { Analysis, Dataset } from './types';
import styles from './data.module.css';

/** What every block of a result gets. */
export interface BlockProps {
  readonly analysis: Analysis;
  /** Unit of the scores in words, never empty. */
  readonly unit: string;
  readonly shares: Presentation['shares'];
}

type Row = Dataset['rows'][number];

function pairsOf(rows: readonly Row[], better: 'higher' | 'lower'): SlopePair[] {
  return rows.flatMap(({ pseudonym, before, after, excluded }) => {
    if (excluded !== null || before === null || after === null) return [];
    const gain = better === 'higher' ? after - before : before - after;
    return [
      { id: pseudonym, before, after, kind: gain > 0 ? 'gained' : gain < 0 ? 'lost' : 'same' } as const,
    ];
  });
}

/** Every pupil as a line, in words, and as a table. */
export function PlotBlock({ analysis, unit }: BlockProps) {
  const { t } = useTranslation('data');
  const { score } = useResultNumbers();
  const { result, measure, datasetId } = analysis;
  const { data: dataset } = useContract(
    'data.dataset',
    { datasetId },
    { tables: ['dataset', 'dataset_row'] },
  );
  const pairs = useMemo(
    () => (dataset ? pairsOf(dataset.rows, measure.better) : []),
    [dataset, measure.better],
  );
  const { before, after, counts, n } = result;
  const useMedian = measure.ordinal || n < 10;
  const from = useMedian ? before.median : before.mean;
  const to = useMedian ? after.median : after.mean;
  const middle = useMemo(
    () =>
      n >= 5 && from !== null && to !== null
        ? { before: from, after: to, name: t(useMedian ? 'plot.median' : 'plot.mean') }
        : null,
    [n, from, to, useMedian, t],
  );
  if (pairs.length === 0) return null;
  const end = (value: number | null): string => (value === null ? '' : score(value));
  return (
    <>
      <SlopePlot
        label={t('plot.label')}
        summary={t('plot.summary', {
          pupils: t('pupils', { count: n }),
          ...counts,
          lowBefore: end(before.min),
          highBefore: end(before.max),
          lowAfter: end(after.min),
          highAfter: end(after.max),
        })}
        pairs={pairs}
        beforeLabel={t('occasion.before')}
        afterLabel={t('occasion.after')}
        axisLabel={unit}
        middle={middle}
        kindNames={{ gained: t('plot.gained'), lost: t('plot.lost'), same: t('plot.same') }}
        format={score}
      />
      <Disclosure title={t('plot.table')} level={5} defaultExpanded={n < 5}>
        <DataTable
          caption={t('plot.tableCaption')}
          hideCaption
          columns={[
            { id: 'id', header: t('rows.pseudonym'), cell: (pair: SlopePair) => pair.id, isRowHeader: true },
            { id: 'before', header: t('rows.before'), cell: (pair) => score(pair.before), kind: 'number' },
            { id: 'after', header: t('rows.after'), cell: (pair) => score(pair.after), kind: 'number' },
          ]}
          rows={pairs}
          rowKey={(pair) => pair.id}
        />
      </Disclosure>
    </>
  );
}

interface StatRow {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** F1 for both times. Very small groups get the middle and the ends first. */
export function DescriptivesBlock({ analysis }: BlockProps) {
  const { t } = useTranslation('data');
  const { points, score } = useResultNumbers();
  const { before, after, n } = analysis.result;
  const both = (name: string, read: (d: typeof before) => string): StatRow => ({
    name,
    before: read(before),
    after: read(after),
  });
  const point = (value: number | null): string => (value === null ? t('stat.none') : points(value));
  const span = (low: number | null, high: number | null, format = score): string =>
    low === null || high === null
      ? t('stat.none')
      : t('stat.rangeValue', { low: format(low), high: format(high) });
  const means = [both(t('stat.mean'), (d) => point(d.mean)), both(t('stat.sd'), (d) => point(d.sd))];
  const middles = [
    both(t('stat.median'), (d) => point(d.median)),
    both(t('stat.quartiles'), (d) => span(d.q1, d.q3, points)),
    both(t('stat.range'), (d) => span(d.min, d.max)),
  ];
  const rows = [
    both(t('stat.n'), (d) => score(d.n)),
    both(t('stat.missing'), (d) => score(d.missing)),
    ...(n < 10 ? [...middles, ...means] : [...means, ...middles]),
  ];
  return (
    <DataTable
      caption={t('stat.caption')}
      columns={[
        { id: 'name', header: t('stat.measure'), cell: (row: StatRow) => row.name, isRowHeader: true },
        { id: 'before', header: t('occasion.before'), cell: (row) => row.before, kind: 'number' },
        { id: 'after', header: t('occasion.after'), cell: (row) => row.after, kind: 'number' },
      ]}
      rows={rows}
      rowKey={(row) => row.name}
    />
  );
}

/** Who gained and who lost, as counts; per cent only where the group is large enough for it. */
export function CountsBlock({ analysis, shares }: BlockProps) {
  const { t } = useTranslation('data');
  const { percent } = useResultNumbers();
  const { counts, n } = analysis.result;
  if (n === 0) return null;
  return (
    <p className={styles['words']}>
      {shares === 'percent'
        ? t('words.countsPercent', { ...counts, n, percent: percent(counts.gained / n) })
        : t('words.counts', { ...counts, n })}
    </p>
  );
}

/** The median of the changes: what a small group or ordered levels are told first. */
export function MedianBlock({ analysis, unit }: BlockProps) {
  const { t } = useTranslation('data');
  const { signed } = useResultNumbers();
  const { medianChange, changeRange, n } = analysis.result;
  if (medianChange === null || changeRange === null) return null;
  const { low, high } = changeRange;
  return (
    <>
      <p className={styles['big']}>
        <span className={styles['bigNumber']}>{signed(medianChange)}</span> {unit}
        <span className={styles['bigInterval']}>{`n = ${String(n)}`}</span>
      </p>
      <p className={styles['words']}>
        {t('words.median', { value: signed(medianChange), unit, low: signed(low), high: signed(high) })}
      </p>
    </>
  );
}
