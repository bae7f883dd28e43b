import type { StationStatus } from './station';

/** Which source answered. */
export type FeedSource = 'gbfs' | 'opendata' | 'geojson';

/** The status of every station as one feed answer gave it. */
export interface StatusSnapshot {
  source: FeedSource;
  /** When the answer was complete here. */
  fetchedAt: Date;
  /** The feed's own time (lastUpdatedOther, last_updated); null where it has none. */
  lastUpdatedAt: Date | null;
  /** Median of the stations' own report times; null when no station ever reported. */
  medianReportedAt: Date | null;
  /** One entry a station id, no duplicates. */
  stations: StationStatus[];
}

/**
 * The lower median of the report times: robust against zombies that last reported years ago.
 *
 * @returns null when no station ever reported
 */
export function medianReportedAt(stations: readonly StationStatus[]): Date | null {
  const times = stations
    .flatMap((s) => (s.lastReportedAt ? [s.lastReportedAt.getTime()] : []))
    .sort((a, b) => a - b);
  const middle = times[Math.floor((times.length - 1) / 2)];
  return middle === undefined ? null : new Date(middle);
}
