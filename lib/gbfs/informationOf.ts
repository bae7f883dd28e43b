import type { Anomaly } from '@/lib/stations/cityColumns';
import type { StationInformation } from '@/lib/stations/station';
import { skipAnomalies, withoutMassZeroCapacity } from './anomalies';
import { collectEntries, refuseCollected } from './collectEntries';
import type { RawEntry } from './fields';
import { accepted, type Mapped, type SkipReason } from './mapped';

interface InformationFacts {
  maxBadShare: number;
  lastUpdatedAt: Date | null;
  ttlS: number | null;
  /** Recognised in the list before it was mapped. */
  anomalies: Anomaly[];
}

/** Makes station information of a list in any dialect, or refuses the list. */
export function informationOf(
  list: readonly unknown[],
  mapEntry: (raw: RawEntry) => StationInformation | SkipReason,
  facts: InformationFacts,
): Mapped<StationInformation[]> {
  const collected = collectEntries(list, { mapEntry, idOf: (station) => station.stationId });
  const believed = withoutMassZeroCapacity(collected.entries);
  const detail = {
    lastUpdatedAt: facts.lastUpdatedAt,
    ttlS: facts.ttlS,
    stationsSeen: collected.seen,
    skipped: collected.skipped,
    anomalies: [...facts.anomalies, ...believed.anomalies, ...skipAnomalies(collected.skipped)],
  };
  return (
    refuseCollected(collected, facts.maxBadShare, detail) ?? accepted(believed.stations, detail)
  );
}
