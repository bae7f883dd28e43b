import type { StationStatus } from '@/lib/stations/station';

/** What may be said of a station's status from outside; counts that are not said follow. */
export type StatusChange = Partial<Omit<StationStatus, 'stationId'>>;

/** The status after a change, reported at `reportedAt` unless the change says when. */
export function changedStatus(
  before: StationStatus,
  change: StatusChange,
  reportedAt: Date,
): StationStatus {
  return { ...followingCounts(before, change), lastReportedAt: reportedAt, ...change };
}

/** Kinds and docks follow a new number of bikes, as far as they are not said themselves. */
function followingCounts(before: StationStatus, change: StatusChange): StationStatus {
  const bikes = change.numBikesAvailable;
  if (bikes === undefined) return before;
  const ebikes = Math.min(before.numEbikesAvailable ?? 0, bikes);
  const docks = before.numDocksAvailable;
  return {
    ...before,
    numBikesAvailable: bikes,
    numEbikesAvailable: before.numEbikesAvailable === null ? null : ebikes,
    numMechanicalAvailable: before.numMechanicalAvailable === null ? null : bikes - ebikes,
    numDocksAvailable:
      docks === null ? null : Math.max(0, docks + before.numBikesAvailable - bikes),
  };
}
