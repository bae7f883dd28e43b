import type { ChartLine, TimeChartContent } from '@/components/charts/timeChart';
import { SEVERITY_STYLE } from '@/components/ui/severityStyle';
import { criticalBikes, type StationDay, type UnknownSpan } from './stationDay';

export interface DayChartWords {
  label: string;
  usable: string;
  docks: string;
  capacity: string;
  level(target: number): string;
  blank(reason: UnknownSpan['reason']): string;
}

/**
 * A station's day as a chart: usable bikes over bands of the severities, with the free docks, or
 * with the capacity where the feed counts no docks.
 */
export function dayChart(
  day: StationDay,
  capacity: number | null,
  timeZone: string,
  words: DayChartWords,
): TimeChartContent {
  return {
    label: words.label,
    span: day.span,
    timeZone,
    lines: [mainLine(day, words), sideLine(day, capacity, words)].filter((line) => line !== null),
    levels: day.levels.map(({ fromAt, toAt, targetBikes }) => ({
      fromAt,
      toAt,
      value: targetBikes,
      label: words.level(targetBikes),
    })),
    bands: day.levels.flatMap((level) => {
      const { fromAt, toAt, targetBikes } = level;
      const critical = criticalBikes(level);
      return [
        { fromAt, toAt, low: 0, high: critical, colour: SEVERITY_STYLE.critical.fill },
        { fromAt, toAt, low: critical, high: targetBikes, colour: SEVERITY_STYLE.low.fill },
      ].filter(({ low, high }) => high > low);
    }),
    blanks: day.unknown.map(({ fromAt, toAt, reason }) => ({
      fromAt,
      toAt,
      label: words.blank(reason),
    })),
    marks: day.short.map(({ fromAt, toAt, severity }) => ({
      fromAt,
      toAt,
      colour: SEVERITY_STYLE[severity].fill,
    })),
  };
}

function mainLine({ usable }: StationDay, words: DayChartWords): ChartLine {
  return { label: words.usable, look: 'main', points: usable };
}

function sideLine(
  { docks, span }: StationDay,
  capacity: number | null,
  words: DayChartWords,
): ChartLine | null {
  if (docks.some(({ value }) => value !== null))
    return { label: words.docks, look: 'side', points: docks };
  return capacity === null
    ? null
    : { label: words.capacity, look: 'side', points: [{ at: span.fromAt, value: capacity }] };
}
