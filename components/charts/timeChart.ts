import type { SeriesPoint, TimeSpan } from './series';

/** A line of steps. `main` is the one the chart is about, `side` stands behind it. */
export interface ChartLine {
  label: string;
  look: 'main' | 'side';
  points: readonly SeriesPoint[];
}

/** A part of a stack of surfaces. */
export interface ChartLayer {
  label: string;
  look: 'mechanical' | 'ebike';
  points: readonly SeriesPoint[];
}

/** A surface between two values, as wide as it is in force. */
export interface ChartBand extends TimeSpan {
  low: number;
  high: number;
  /** Any CSS colour; it is drawn faint. */
  colour: string;
}

/** A value to be above or below, as long as it is in force. */
export interface ChartLevel extends TimeSpan {
  value: number;
  label: string;
}

/** A span in which nothing is known, and why. */
export interface ChartBlank extends TimeSpan {
  label: string;
}

/** A span marked under the chart. */
export interface ChartMark extends TimeSpan {
  colour: string;
}

/** What a chart over time shows, in its own words. */
export interface TimeChartContent {
  /** What it is, for who cannot see it. */
  label: string;
  span: TimeSpan;
  /** The span ends before the present: nothing of it is "now". */
  isPast?: boolean;
  /** The city's IANA zone: the clock on the axis. */
  timeZone: string;
  /** The first is drawn on top. */
  lines: readonly ChartLine[];
  /** What the first line is the sum of, from the ground up. */
  layers?: readonly ChartLayer[];
  bands: readonly ChartBand[];
  levels: readonly ChartLevel[];
  blanks: readonly ChartBlank[];
  marks: readonly ChartMark[];
}

/** Everything that has a value at an instant: lines, then what they are made of. */
export function namedSeries({
  lines,
  layers = [],
}: TimeChartContent): readonly (ChartLine | ChartLayer)[] {
  return [...lines.slice(0, 1), ...layers, ...lines.slice(1)];
}

/** The highest value there is to show; the axis ends above it. */
export function highestValue({ lines, levels }: TimeChartContent): number {
  const values = lines.flatMap(({ points }) => points.map(({ value }) => value ?? 0));
  return Math.max(1, ...values, ...levels.map(({ value }) => value));
}
