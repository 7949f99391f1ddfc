import * as Plot from '@observablehq/plot';
import { useCallback } from 'react';
import { PlotFigure } from './plot-figure';
import styles from './charts.module.css';

/** One line of a slope plot. */
export interface SlopePair {
  readonly id: string;
  readonly before: number;
  readonly after: number;
  /** Decides colour and dash, so that direction is never shown by colour alone. */
  readonly kind: 'gained' | 'lost' | 'same';
}

export interface SlopePlotProps {
  readonly label: string;
  readonly summary: string;
  readonly pairs: readonly SlopePair[];
  readonly beforeLabel: string;
  readonly afterLabel: string;
  /** Name of the scale, such as "words per minute". */
  readonly axisLabel: string;
  /** A thick line through both middles (means or medians), and its name. */
  readonly middle: { readonly before: number; readonly after: number; readonly name: string } | null;
  /** Names of the three kinds for the legend; kinds without pairs are left out. */
  readonly kindNames: Readonly<Record<SlopePair['kind'], string>>;
  /** Numbers in the user's notation. */
  readonly format: (value: number) => string;
}

const KINDS = ['gained', 'lost', 'same'] as const;
const STROKE: Readonly<Record<SlopePair['kind'], { readonly color: string; readonly dash: string }>> = {
  gained: { color: 'var(--chart-1)', dash: 'none' },
  lost: { color: 'var(--chart-2)', dash: '6 4' },
  same: { color: 'var(--muted)', dash: '1.5 4' },
};

/** Each pupil's two scores joined by a line: the first thing to look at. */
export function SlopePlot(props: SlopePlotProps) {
  const { label, summary, pairs, beforeLabel, afterLabel, axisLabel, middle, kindNames, format } = props;
  const draw = useCallback(
    (width: number): Element => {
      const ends = pairs.flatMap((pair) => [
        { x: beforeLabel, y: pair.before, kind: pair.kind },
        { x: afterLabel, y: pair.after, kind: pair.kind },
      ]);
      return Plot.plot({
        width,
        height: Math.round(Math.min(380, Math.max(260, width * 0.6))),
        marginLeft: 48,
        marginRight: 24,
        marginTop: 28,
        marginBottom: 36,
        x: { type: 'point', domain: [beforeLabel, afterLabel], label: null, padding: 0.35, tickSize: 0 },
        y: { label: axisLabel, nice: true, tickFormat: format, ticks: 6 },
        marks: [
          Plot.gridY({ stroke: 'var(--chart-grid)', strokeOpacity: 1, ticks: 6 }),
          ...KINDS.map((kind) =>
            Plot.link(
              pairs.filter((pair) => pair.kind === kind),
              {
                x1: () => beforeLabel,
                x2: () => afterLabel,
                y1: 'before',
                y2: 'after',
                stroke: STROKE[kind].color,
                strokeDasharray: STROKE[kind].dash,
                strokeWidth: 1.6,
                title: (pair: SlopePair) => `${pair.id}: ${format(pair.before)} → ${format(pair.after)}`,
              },
            ),
          ),
          ...KINDS.map((kind) =>
            Plot.dot(
              ends.filter((end) => end.kind === kind),
              { x: 'x', y: 'y', r: 3.5, fill: 'var(--sheet)', stroke: STROKE[kind].color, strokeWidth: 1.6 },
            ),
          ),
          ...(middle
            ? [
                Plot.link([middle], {
                  x1: () => beforeLabel,
                  x2: () => afterLabel,
                  y1: 'before',
                  y2: 'after',
                  stroke: 'var(--ink)',
                  strokeWidth: 4,
                  strokeLinecap: 'round',
                }),
              ]
            : []),
        ],
      });
    },
    [pairs, beforeLabel, afterLabel, axisLabel, middle, format],
  );
  const present = KINDS.filter((kind) => pairs.some((pair) => pair.kind === kind));
  return (
    <PlotFigure
      label={label}
      summary={summary}
      draw={draw}
      legend={
        <ul className={styles['legend']}>
          {present.map((kind) => (
            <li key={kind}>
              <Sample color={STROKE[kind].color} dash={STROKE[kind].dash} width={1.8} />
              {kindNames[kind]}
            </li>
          ))}
          {middle ? (
            <li>
              <Sample color="var(--ink)" dash="none" width={4} />
              {middle.name}
            </li>
          ) : null}
        </ul>
      }
    />
  );
}

function Sample({
  color,
  dash,
  width,
}: {
  readonly color: string;
  readonly dash: string;
  readonly width: number;
}) {
  return (
    <svg width="28" height="8" aria-hidden="true" focusable="false">
      <line x1="1" x2="27" y1="4" y2="4" stroke={color} strokeWidth={width} strokeDasharray={dash} />
    </svg>
  );
}
