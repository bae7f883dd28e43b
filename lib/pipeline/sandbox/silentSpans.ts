import { unknownReasonOf } from '@/lib/deficit/eligibility';
import type { Span } from '@/lib/history/stationSeries';
import type { StatusColumns } from '@/lib/stations/cityColumns';
import type { Looks } from '@/lib/stations/looksStore';
import { SILENCE_KEPT_MIN } from '../keptSilence';
import { appendSpan } from './sandboxTimeline';

/** Looks of a stretch, with what spares most rows the search. */
export interface SilenceLooks extends Looks {
  /** The newest median that any look up to this one saw; null where none was kept. */
  newestMedianAt: (number | null)[];
}

export function silenceLooks(looks: Looks): SilenceLooks {
  let newest: number | null = null;
  const newestMedianAt = looks.medianReportedAt.map((median) => {
    if (median !== null) newest = Math.max(newest ?? median, median);
    return newest;
  });
  return { ...looks, newestMedianAt };
}

/**
 * The parts of a span in which one station had fallen silent, as each look saw it until the next one.
 *
 * @param status of that station alone
 */
export function silentSpans(
  status: Pick<StatusColumns, 'numBikesAvailable' | 'flags' | 'lastReportedAt'>,
  { at, medianReportedAt, newestMedianAt }: SilenceLooks,
  span: Span,
): Span[] {
  const isSilent = (median: number | null) =>
    unknownReasonOf(status, 0, median, SILENCE_KEPT_MIN) === 'stale';
  const spans: Span[] = [];
  const last = lastBefore(at, span.toAt);
  if (!isSilent(newestMedianAt[last] ?? null)) return spans;
  for (let i = Math.max(0, lastBefore(at, span.fromAt)); i <= last; i++) {
    const fromAt = Math.max(span.fromAt, at[i]!);
    const toAt = Math.min(span.toAt, at[i + 1] ?? span.toAt);
    if (fromAt < toAt && isSilent(medianReportedAt[i] ?? null)) appendSpan(spans, fromAt, toAt);
  }
  return spans;
}

/** The index of the last time before an instant, or at it; -1: none. */
function lastBefore(times: readonly number[], at: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
