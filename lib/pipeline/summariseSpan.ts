import type { HistoryBatch } from '@/lib/history/historyReader';
import type { HistoryTier, Span } from '@/lib/history/stationSeries';
import { FLAG_INSTALLED, FLAG_RENTING, FLAG_RETURNING } from '@/lib/stations/cityColumns';

/** How a station fared over a span, of the time in which somebody looked. */
export interface SpanSummary {
  observedMin: number;
  /** Installed and renting. */
  openMin: number;
  /** Open without a bike. */
  emptyMin: number;
  /** Open for returns without a dock. */
  fullMin: number;
  minBikes: number;
  maxBikes: number;
  /** Over the observed time; null where there was none. */
  meanBikes: number | null;
}

interface Held {
  at: number;
  tier: HistoryTier;
  bikes: number;
  docks: number | null;
  flags: number;
}

interface Running extends Omit<SpanSummary, 'meanBikes'> {
  bikeMin: number;
  held: Held;
}

const HOUR_S = 3_600;
const RENTING = FLAG_INSTALLED | FLAG_RENTING;
const RETURNING = FLAG_INSTALLED | FLAG_RETURNING;

/**
 * Sums up the rows of a span by station, in memory that grows with the stations alone. A row of the
 * change log holds until the station's next one, a row of the archive for its hour; what nobody
 * observed is left out.
 *
 * @param batches as the reader streams them, by time
 * @param unobserved oldest first, without overlap
 * @returns by stationId
 */
export async function summariseSpan(
  batches: AsyncIterable<HistoryBatch>,
  span: Span,
  unobserved: readonly Span[],
): Promise<Map<string, SpanSummary>> {
  const observedS = observedClock(unobserved);
  const running = new Map<string, Running>();
  for await (const batch of batches)
    for (const [row, stationId] of batch.stationId.entries()) {
      const held = heldOf(batch, row);
      const station = running.get(stationId);
      if (station) {
        hold(station, held.at, observedS);
        station.held = held;
        station.minBikes = Math.min(station.minBikes, held.bikes);
        station.maxBikes = Math.max(station.maxBikes, held.bikes);
      } else running.set(stationId, beginWith(held));
    }
  for (const station of running.values()) hold(station, span.toAt, observedS);
  return new Map([...running].map(([stationId, station]) => [stationId, summaryOf(station)]));
}

function heldOf(batch: HistoryBatch, row: number): Held {
  return {
    at: batch.at[row]!,
    tier: batch.tier,
    bikes: batch.numBikesAvailable[row]!,
    docks: batch.numDocksAvailable[row] ?? null,
    flags: batch.flags[row]!,
  };
}

function beginWith(held: Held): Running {
  const none = { observedMin: 0, openMin: 0, emptyMin: 0, fullMin: 0, bikeMin: 0 };
  return { ...none, minBikes: held.bikes, maxBikes: held.bikes, held };
}

/** Counts the time for which what is held was true. */
function hold(station: Running, untilAt: number, observedS: ObservedClock): void {
  const { at, tier, bikes, docks, flags } = station.held;
  const endAt = tier === 'hours' ? Math.min(untilAt, at + HOUR_S) : untilAt;
  const minutes = Math.max(0, observedS(endAt) - observedS(at)) / 60;
  station.observedMin += minutes;
  station.bikeMin += minutes * bikes;
  if ((flags & RENTING) === RENTING) {
    station.openMin += minutes;
    if (bikes === 0) station.emptyMin += minutes;
  }
  if ((flags & RETURNING) === RETURNING && docks === 0) station.fullMin += minutes;
}

function summaryOf({ held: _, bikeMin, ...sums }: Running): SpanSummary {
  const { observedMin } = sums;
  return { ...sums, meanBikes: observedMin > 0 ? bikeMin / observedMin : null };
}

/** Observed seconds up to an instant, from any fixed beginning. */
type ObservedClock = (at: number) => number;

function observedClock(unobserved: readonly Span[]): ObservedClock {
  const lostBefore: number[] = [];
  let lost = 0;
  for (const { fromAt, toAt } of unobserved) {
    lostBefore.push(lost);
    lost += toAt - fromAt;
  }
  return (at) => {
    let low = 0;
    let high = unobserved.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (unobserved[middle]!.fromAt < at) low = middle + 1;
      else high = middle;
    }
    const last = unobserved[low - 1];
    if (!last) return at;
    return at - lostBefore[low - 1]! - (Math.min(at, last.toAt) - last.fromAt);
  };
}
