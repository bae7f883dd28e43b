import type { FeedClient } from '@/lib/gbfs/feedClient';
import type { IngestStore } from '@/lib/stations/ingestStore';
import type { VehicleStore } from '@/lib/stations/vehicleStore';
import { toRecord } from './fetchOutcome';

export interface VehiclesDeps {
  feed: Pick<FeedClient, 'fetchVehicles'>;
  ingest: Pick<IngestStore, 'recordFetch'>;
  vehicles: VehicleStore;
}

export interface VehiclesResult {
  outcome: 'stored' | 'older' | 'unchanged' | 'refused' | 'failed';
  seen: number;
  reason: string | null;
}

/** Fetches the own fleet and replaces what is known of it. */
export async function ingestVehicles(deps: VehiclesDeps): Promise<VehiclesResult> {
  const fetched = await deps.feed.fetchVehicles();
  const { record, outcome, fetchedAt } = toRecord(fetched);
  const seen = record.stationsSeen;
  if (!fetched.value) {
    await deps.ingest.recordFetch(record, outcome, null);
    return { outcome, seen, reason: record.reason };
  }
  const stored = await deps.vehicles.storeVehicles(fetched.value, record, fetchedAt);
  return { outcome: stored ? 'stored' : 'older', seen, reason: null };
}
