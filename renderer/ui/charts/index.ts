export { IntervalPlot } from './interval-plot';
export { SlopePlot, type SlopePair } from './slope-plot';
