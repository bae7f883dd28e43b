import type { StationPast } from '@/lib/pipeline/stationPast';
import { type StationDay, stationDay } from '../map/station/stationDay';

/**
 * Judges a span of the past as the map's panel judges the last day, with one difference: bikes are
 * counted as the feed said them, for nobody knows any more which of them could not be rented.
 */
export function pastDay(past: StationPast, silentSinceAt: number | null): StationDay {
  const { stationId, fromAt, toAt, samples, unknown, absent, levels } = past;
  return stationDay(
    {
      ...{ stationId, fromAt, toAt, levels, changes: samples, events: [] },
      unobserved: unknown.map((span) => [span.fromAt, span.toAt]),
    },
    { phantomBikes: 0, silentSinceAt, absent },
  );
}
