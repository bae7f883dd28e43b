import type { Anomaly } from '@/lib/stations/cityColumns';
import { type FeedSource, medianReportedAt, type StatusSnapshot } from '@/lib/stations/snapshot';
import type { StationStatus } from '@/lib/stations/station';
import { skipAnomalies, statusAnomalies } from './anomalies';
import { collectEntries, refuseCollected } from './collectEntries';
import type { RawEntry } from './fields';
import { accepted, type Mapped, type SkipReason } from './mapped';

interface SnapshotFacts {
  source: FeedSource;
  fetchedAt: Date;
  maxBadShare: number;
  lastUpdatedAt: Date | null;
  ttlS: number | null;
  /** Recognised in the list before it was mapped. */
  anomalies: Anomaly[];
}

/** Makes a snapshot of a list of stations in any dialect, or refuses the list. */
export function snapshotOf(
  list: readonly unknown[],
  mapEntry: (raw: RawEntry) => StationStatus | SkipReason,
  facts: SnapshotFacts,
): Mapped<StatusSnapshot> {
  const { source, fetchedAt, lastUpdatedAt, ttlS } = facts;
  const collected = collectEntries(list, {
    mapEntry,
    idOf: (status) => status.stationId,
    isBetter: reportsLater,
  });
  const stations = collected.entries;
  const median = medianReportedAt(stations);
  const detail = {
    lastUpdatedAt,
    ttlS,
    medianReportedAt: median,
    stationsSeen: collected.seen,
    skipped: collected.skipped,
    anomalies: [
      ...facts.anomalies,
      ...skipAnomalies(collected.skipped),
      ...statusAnomalies(stations, median, fetchedAt),
    ],
  };
  return (
    refuseCollected(collected, facts.maxBadShare, detail) ??
    accepted({ source, fetchedAt, lastUpdatedAt, medianReportedAt: median, stations }, detail)
  );
}

function reportsLater(candidate: StationStatus, kept: StationStatus): boolean {
  const keptMs = kept.lastReportedAt?.getTime() ?? 0;
  return (candidate.lastReportedAt?.getTime() ?? 0) > keptMs;
}
