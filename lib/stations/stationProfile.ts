import type { StationInformation } from './station';
import type { StationOccurrence } from './stationHistory';

/** What is known of a station, in service or removed. Times are epoch seconds (UTC). */
export interface StationProfile extends StationInformation {
  districtId: string | null;
  firstSeenAt: number;
  /** When the feed last described it. */
  lastSeenAt: number;
  /** When it was taken out of the feed; null: it is in it. */
  removedAt: number | null;
  /** What happened to its description, the newest first. */
  events: StationOccurrence[];
}

/** A capacity for as long as it was known to be that; epoch seconds. */
export interface CapacitySpan {
  fromAt: number;
  toAt: number;
  capacity: number | null;
}

/**
 * How many docks a station had during a span, oldest first and without a gap: today's number, led
 * back over each time it was resized.
 *
 * @param profile its events reach back to the span's beginning
 * @param span epoch seconds
 */
export function capacitiesDuring(
  { capacity, events }: Pick<StationProfile, 'capacity' | 'events'>,
  { fromAt, toAt }: { fromAt: number; toAt: number },
): CapacitySpan[] {
  const spans: CapacitySpan[] = [];
  let until = toAt;
  let held = capacity;
  const resizes = events.filter(({ kind }) => kind === 'resized').sort((a, b) => b.at - a.at);
  for (const { at, before } of resizes) {
    if (at <= fromAt) break;
    if (at < until) {
      spans.unshift({ fromAt: at, toAt: until, capacity: held });
      until = at;
    }
    held = before?.capacity ?? null;
  }
  return [{ fromAt, toAt: until, capacity: held }, ...spans];
}

/** The spans of a span in which the feed did not have the station, oldest first; epoch seconds. */
export function absencesDuring(
  { removedAt, events }: Pick<StationProfile, 'removedAt' | 'events'>,
  { fromAt, toAt }: { fromAt: number; toAt: number },
): { fromAt: number; toAt: number }[] {
  const oldestFirst = events.toReversed();
  const absences = oldestFirst.flatMap(({ kind, at }, i) => {
    if (kind !== 'removed') return [];
    const back = oldestFirst.slice(i).find((event) => event.kind === 'restored');
    return [{ fromAt: at, toAt: back?.at ?? Number.POSITIVE_INFINITY }];
  });
  // A removal older than the events that are kept is known by its own time alone.
  if (removedAt !== null) absences.push({ fromAt: removedAt, toAt: Number.POSITIVE_INFINITY });
  return absences
    .map((one) => ({ fromAt: Math.max(fromAt, one.fromAt), toAt: Math.min(toAt, one.toAt) }))
    .filter((one, i, all) => one.toAt > one.fromAt && one.fromAt !== all[i - 1]?.fromAt);
}
