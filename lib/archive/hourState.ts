import type { StationStatus } from '@/lib/stations/station';
import { MINUTE_MS } from '@/lib/units/clock';

/** One station at the first instant of an hour: one row of the archive. */
export interface ArchivedStation extends StationStatus {
  /** Docks in force at that hour, as far as is known today; null where the feed never said. */
  capacity: number | null;
  /** The fetch that first showed these counts and flags, at or before the hour. */
  fetchedAt: Date;
}

/** A whole system at the first instant of an hour: one object of the archive. */
export interface HourState {
  systemId: string;
  /** A whole UTC hour. */
  hour: Date;
  /** Not observed at the hour but taken later, or from old data: see isReconstructed. */
  reconstructed: boolean;
  /** The newest successful status fetch at or before the hour; null where no record is left. */
  snapshotFetchedAt: Date | null;
  /** By stationId, in code unit order. */
  stations: ArchivedStation[];
}

const OBSERVED_WITHIN_MS = 15 * MINUTE_MS;

/**
 * Whether an hour's file must be marked: true unless the feed was read in the 15 minutes before
 * the hour and the file is made in the 15 minutes after it. Three failed fetches at the longest
 * back-off fit in; a worker that was away does not.
 */
export function isReconstructed(hour: Date, snapshotFetchedAt: Date | null, nowAt: Date): boolean {
  if (!snapshotFetchedAt) return true;
  return (
    hour.getTime() - snapshotFetchedAt.getTime() > OBSERVED_WITHIN_MS ||
    nowAt.getTime() - hour.getTime() > OBSERVED_WITHIN_MS
  );
}
