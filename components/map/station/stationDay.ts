import {
  blankOut,
  clipSeries,
  type SeriesPoint,
  spansWhere,
  type TimeSpan,
} from '@/components/charts/series';
import type { Severity } from '@/lib/deficit/assessment';
import { severityOf } from '@/lib/deficit/severity';
import { ROUNDING_SLACK, usableBikesOf } from '@/lib/deficit/target';
import type { JudgedHistory, StationLevel } from '@/lib/pipeline/stationLevels';
import { isServing } from '@/lib/stations/serviceChanges';

export interface UnknownSpan extends TimeSpan {
  /** Nobody looked, the station served nobody, was not in the feed, or has not reported since. */
  reason: 'unobserved' | 'closed' | 'absent' | 'silent';
}

type Shortness = Extract<Severity, 'empty' | 'critical' | 'low'>;

/** A station's last day as it is judged. Times are epoch seconds. */
export interface StationDay {
  span: TimeSpan;
  usable: SeriesPoint[];
  docks: SeriesPoint[];
  unknown: UnknownSpan[];
  levels: readonly StationLevel[];
  short: (TimeSpan & { severity: Shortness })[];
}

export interface DayTotals {
  knownS: number;
  shortS: number;
  emptyS: number;
}

/** What the station's present says of its past. */
export interface StationPresent {
  /** Estimated over the last days, hence true for the whole of this one. */
  phantomBikes: number;
  /** Since when it has been silent; null where it reports. */
  silentSinceAt: number | null;
  /** The feed did not have it, oldest first; left out: it always did. */
  absent?: readonly TimeSpan[];
}

/**
 * Judges a station's history as the map judges its present: usable bikes against the levels in
 * force, nothing where nothing is known.
 */
export function stationDay(
  { changes, unobserved, levels, fromAt, toAt }: JudgedHistory,
  { phantomBikes, silentSinceAt, absent = [] }: StationPresent,
): StationDay {
  const column = <T>(values: readonly T[], read: (value: T) => number | null): SeriesPoint[] =>
    changes.at.map((at, i) => ({ at, value: read(values[i]!) }));
  const flags = column(changes.flags, (value) => value);
  const unknown: UnknownSpan[] = [
    // First, for it says more than that nobody saw it.
    ...absent.map((span) => unknownSpan('absent', span.fromAt, span.toAt)),
    ...unobserved.map(([from, to]) => unknownSpan('unobserved', from, to)),
    ...spansWhere(flags, toAt, (value) => !isServing(value)).map((span) =>
      unknownSpan('closed', span.fromAt, span.toAt),
    ),
  ];
  if (silentSinceAt !== null && silentSinceAt < toAt)
    unknown.push(unknownSpan('silent', Math.max(fromAt, silentSinceAt), toAt));
  const usable = blankOut(
    column(changes.numBikesAvailable, (bikes) => usableBikesOf(bikes, phantomBikes)),
    unknown,
  );
  const docks = blankOut(
    column(changes.numDocksAvailable, (value) => value),
    unknown,
  );
  const short = levels.flatMap((level) => shortSpans(usable, level));
  return { span: { fromAt, toAt }, usable, docks, unknown, levels, short };
}

/** How long its bikes are known, how long they were too few, and how long of that none, seconds. */
export function dayTotals({ usable, short, span }: StationDay): DayTotals {
  const total = (spans: readonly TimeSpan[]) =>
    spans.reduce((sum, { fromAt, toAt }) => sum + toAt - fromAt, 0);
  return {
    knownS: total(spansWhere(usable, span.toAt, () => true)),
    shortS: total(short),
    emptyS: total(short.filter(({ severity }) => severity === 'empty')),
  };
}

/** The most bikes that still count as critical. */
export function criticalBikes({ targetBikes, criticalShare }: StationLevel): number {
  return Math.floor(criticalShare * targetBikes + ROUNDING_SLACK);
}

function shortSpans(usable: readonly SeriesPoint[], level: StationLevel): StationDay['short'] {
  const points = clipSeries(usable, level);
  return (['empty', 'critical', 'low'] as const).flatMap((severity) =>
    spansWhere(
      points,
      level.toAt,
      (bikes) => severityOf(bikes, level.targetBikes, level) === severity,
    ).map((span) => ({ ...span, severity })),
  );
}

function unknownSpan(reason: UnknownSpan['reason'], fromAt: number, toAt: number): UnknownSpan {
  return { reason, fromAt, toAt };
}
