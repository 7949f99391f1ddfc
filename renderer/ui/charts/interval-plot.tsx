import * as Plot from '@observablehq/plot';
import { useCallback } from 'react';
import { PlotFigure } from './plot-figure';

export interface IntervalPlotProps {
  readonly label: string;
  readonly summary: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Name of the scale, such as "change in words per minute". */
  readonly axisLabel: string;
  /** Numbers in the user's notation, with their sign. */
  readonly format: (value: number) => string;
}

/** One estimate with its interval on a line that always shows zero. */
export function IntervalPlot({ label, summary, value, low, high, axisLabel, format }: IntervalPlotProps) {
  const draw = useCallback(
    (width: number): Element => {
      const reach = Math.max(Math.abs(low), Math.abs(high)) * 0.12;
      const domain = [Math.min(0, low) - reach, Math.max(0, high) + reach];
      return Plot.plot({
        width,
        height: 92,
        marginLeft: 16,
        marginRight: 16,
        marginTop: 24,
        marginBottom: 40,
        x: {
          domain,
          label: axisLabel,
          labelAnchor: 'center',
          labelArrow: 'none',
          ticks: 6,
          tickFormat: format,
        },
        y: { domain: [-1, 1], axis: null },
        marks: [
          Plot.gridX({ stroke: 'var(--chart-grid)', strokeOpacity: 1, ticks: 6 }),
          Plot.ruleX([0], { stroke: 'var(--ink)', strokeWidth: 1.4 }),
          Plot.link([0], {
            x1: () => low,
            x2: () => high,
            y1: () => 0,
            y2: () => 0,
            stroke: 'var(--chart-1)',
            strokeWidth: 3,
          }),
          Plot.tickX([low, high], {
            x: (end: number) => end,
            y: () => 0,
            stroke: 'var(--chart-1)',
            strokeWidth: 3,
          }),
          Plot.dot([0], { x: () => value, y: () => 0, r: 6, fill: 'var(--chart-1)' }),
          Plot.text([0], {
            x: () => value,
            y: () => 0,
            dy: -18,
            text: () => format(value),
            fill: 'var(--ink)',
            fontWeight: 600,
          }),
        ],
      });
    },
    [value, low, high, axisLabel, format],
  );
  return <PlotFigure label={label} summary={summary} draw={draw} maxWidth={520} />;
}
