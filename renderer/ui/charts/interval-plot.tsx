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
  /** The estimate in the user's notation, with its sign. */
  readonly format: (value: number) => string;
  /** Numbers along the axis; the same notation unless told. */
  readonly axisFormat?: ((value: number) => string) | undefined;
}

/** A short upright line, to end an interval. */
const VERTICAL_BAR = {
  draw: (
    context: { moveTo(x: number, y: number): void; lineTo(x: number, y: number): void },
    size: number,
  ): void => {
    const half = Math.sqrt(size) / 2;
    context.moveTo(0, -half);
    context.lineTo(0, half);
  },
};

/** One estimate with its interval on a line that always shows zero. */
export function IntervalPlot(props: IntervalPlotProps) {
  const { label, summary, value, low, high, axisLabel, format, axisFormat = format } = props;
  const draw = useCallback(
    (width: number): Element => {
      const reach = Math.max(Math.abs(low), Math.abs(high)) * 0.12;
      const domain = [Math.min(0, low) - reach, Math.max(0, high) + reach];
      const estimate = { value, low, high };
      return Plot.plot({
        width,
        height: 108,
        marginLeft: 16,
        marginRight: 16,
        marginTop: 32,
        marginBottom: 40,
        x: {
          domain,
          label: axisLabel,
          labelAnchor: 'center',
          labelArrow: 'none',
          ticks: 6,
          tickFormat: axisFormat,
        },
        marks: [
          Plot.gridX({ stroke: 'var(--chart-grid)', strokeOpacity: 1, ticks: 6 }),
          Plot.ruleX([0], { stroke: 'var(--ink)', strokeWidth: 1.4 }),
          // Marks without a y stand in the middle of the frame.
          Plot.ruleY([estimate], {
            y: null,
            x1: 'low',
            x2: 'high',
            stroke: 'var(--chart-1)',
            strokeWidth: 3,
          }),
          Plot.dot([{ end: low }, { end: high }], {
            x: 'end',
            symbol: VERTICAL_BAR,
            r: 7,
            stroke: 'var(--chart-1)',
            strokeWidth: 3,
          }),
          Plot.dot([estimate], { x: 'value', r: 6, fill: 'var(--chart-1)' }),
          Plot.text([estimate], {
            x: 'value',
            dy: -20,
            text: (one: typeof estimate) => format(one.value),
            fill: 'var(--ink)',
            fontWeight: 600,
          }),
        ],
      });
    },
    [value, low, high, axisLabel, format, axisFormat],
  );
  return <PlotFigure label={label} summary={summary} draw={draw} maxWidth={520} />;
}
