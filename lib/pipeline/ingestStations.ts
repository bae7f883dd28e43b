import type { FeedClient } from '@/lib/gbfs/feedClient';
import type { Log } from '@/lib/log/log';
import type { DistrictStore } from '@/lib/stations/districtStore';
import type { IngestStore } from '@/lib/stations/ingestStore';
import type { StationStore } from '@/lib/stations/stationStore';
import { toRecord } from './fetchOutcome';

export interface StationsDeps {
  feed: Pick<FeedClient, 'fetchStations' | 'forgetValidators'>;
  ingest: Pick<IngestStore, 'recordFetch'>;
  stations: Pick<StationStore, 'storeStations' | 'readStationIdByCode'>;
  districts: Pick<DistrictStore, 'assignStations'>;
  ingestSystem(): Promise<void>;
  log: Log;
}

export type StationsResult =
  | { outcome: 'stored'; seen: number; events: Record<string, number>; reassigned: number }
  | { outcome: 'unchanged' | 'refused' | 'failed'; reason: string | null };

/**
 * Fetches station_information and stores what it changes.
 *
 * @param acceptMassRemoval stores even a feed that lost a third of its stations
 */
export async function ingestStations(
  deps: StationsDeps,
  { acceptMassRemoval }: { acceptMassRemoval: boolean },
): Promise<StationsResult> {
  await deps.ingestSystem();
  const fetched = await deps.feed.fetchStations(await deps.stations.readStationIdByCode());
  const { record, outcome, fetchedAt } = toRecord(fetched);
  if (!fetched.value) {
    await deps.ingest.recordFetch(record, outcome, null);
    return { outcome, reason: record.reason };
  }
  const options = { fetchedAt, acceptMassRemoval };
  const stored = await deps.stations.storeStations(fetched.value, record, options);
  if (stored.outcome === 'refused') {
    // Else the same answer would come back as "unchanged" and pass for healthy.
    deps.feed.forgetValidators();
    const { reason, removed, known } = stored;
    const message = `The feed lists ${known - removed} of the ${known} known stations`;
    deps.log.error({ reason, removed, known }, message);
    await deps.ingest.recordFetch({ ...record, reason, message }, 'refused', null);
    return { outcome: 'refused', reason };
  }
  const reassigned = await deps.districts.assignStations();
  return { outcome: 'stored', seen: stored.seen, events: stored.events, reassigned };
}
