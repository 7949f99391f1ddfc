import { useTranslation } from 'react-i18next';
import type { SharedCell } from '@shared/domain/privacy';
import { useContract } from '../../lib/queries';
import { DataTable, Note } from '../../ui';
import { useResultNumbers } from './numbers';
import type { SharedResult } from './types';
import styles from './data.module.css';

export interface SharePreviewProps {
  readonly projectId: string;
  readonly analysisId: string;
}

type Centre = Extract<SharedResult, { kind: 'aggregate' }>['before'];

interface Line {
  readonly what: string;
  readonly value: string;
}

/** Exactly what an export would be given: the aggregate after suppression, from the library and not worked out here. */
export function SharePreview({ projectId, analysisId }: SharePreviewProps) {
  const { t } = useTranslation('data');
  const { points, signed, effect } = useResultNumbers();
  const { data } = useContract('data.sharedAnalyses', { projectId }, { tables: ['analysis', 'dataset'] });
  const result = data?.find((one) => one.analysisId === analysisId)?.result;
  if (!result) return null;
  if (result.kind === 'withheld') return <Note>{t('share.withheld', { n: result.groupBelow })}</Note>;
  const number = (value: number | null, format: (value: number) => string): string =>
    value === null ? t('stat.none') : format(value);
  const cell = (value: SharedCell): string =>
    value.kind === 'shown' ? String(value.count) : t(value.kind === 'few' ? 'share.few' : 'share.hidden');
  const range = (
    interval: { low: number; high: number } | null,
    format: (value: number) => string,
  ): string =>
    interval === null
      ? ''
      : ` (${t('interval', { low: format(interval.low), high: format(interval.high) })})`;
  const beforeAfter = (name: string, read: (side: Centre) => number | null): Line => ({
    what: name,
    value: `${number(read(result.before), points)} → ${number(read(result.after), points)}`,
  });
  const lines: Line[] = [
    { what: t('stat.n'), value: String(result.n) },
    { what: t('share.pairsLost'), value: cell(result.pairsLost) },
    beforeAfter(t('stat.mean'), (side) => side.mean),
    beforeAfter(t('stat.sd'), (side) => side.sd),
    beforeAfter(t('stat.median'), (side) => side.median),
    {
      what: t('share.meanChange'),
      value: `${number(result.difference, signed)}${range(result.interval, points)}`,
    },
    {
      what: t('share.effect'),
      value: `${number(result.effect?.value ?? null, effect)}${range(result.effect?.interval ?? null, effect)}`,
    },
    { what: t('plot.gained'), value: cell(result.counts.gained) },
    { what: t('plot.lost'), value: cell(result.counts.lost) },
    { what: t('plot.same'), value: cell(result.counts.same) },
  ];
  return (
    <div className={styles['fields']}>
      <p className={styles['words']}>{t('share.text')}</p>
      <DataTable
        caption={t('share.caption')}
        hideCaption
        columns={[
          { id: 'what', header: t('share.what'), cell: (line: Line) => line.what, isRowHeader: true },
          { id: 'value', header: t('share.value'), cell: (line) => line.value, kind: 'number' },
        ]}
        rows={lines}
        rowKey={(line) => line.what}
      />
    </div>
  );
}
