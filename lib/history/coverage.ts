import { clipSpans, cutSpans, joinSpans } from './spans';
import type { Span, StationSeries } from './stationSeries';

/** Where the tiers know something of a system's past. Epoch seconds; spans oldest first. */
export interface Coverage {
  /** What was loaded from recordings, to the minute. */
  imports: Span[];
  /** When the change log's own record begins, as far as it is kept; null: there is none. */
  ownFromAt: number | null;
  /** The oldest hour in the archive. */
  oldestHourAt: number | null;
}

const HOUR_S = 3_600;

/** What the change log tells in one piece: the own record, or what was loaded from recordings. */
export interface LogRecord extends Span {
  isOwn: boolean;
}

/** Oldest first. @param nowAt up to where the own record reaches, epoch seconds */
export function logRecords({ imports, ownFromAt }: Coverage, nowAt: number): LogRecord[] {
  const loaded = joinSpans(imports).map((span) => ({ ...span, isOwn: false }));
  const own = ownFromAt === null ? [] : [{ fromAt: ownFromAt, toAt: nowAt, isOwn: true }];
  return [...loaded, ...own];
}

/**
 * Which tier tells which stretch of a span: the change log where it reaches, hours elsewhere. A
 * piece without any whole hour in it tells nothing, and is left out.
 *
 * @param hours runs of archived hours, each up to the hour after its last
 */
export function stretchesOf(
  span: Span,
  changes: readonly Span[],
  hours: readonly Span[],
): StationSeries['stretches'] {
  const exact = clipSpans(changes, span);
  const rest = clipSpans(cutSpans(hours, exact), span).filter(
    ({ fromAt, toAt }) => Math.ceil(fromAt / HOUR_S) * HOUR_S < toAt,
  );
  return [
    ...exact.map(({ fromAt, toAt }) => ({ fromAt, toAt, tier: 'changes' as const })),
    ...rest.map(({ fromAt, toAt }) => ({ fromAt, toAt, tier: 'hours' as const })),
  ].sort((a, b) => a.fromAt - b.fromAt);
}
