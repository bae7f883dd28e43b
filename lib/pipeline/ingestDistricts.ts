import type { FeedClient } from '@/lib/gbfs/feedClient';
import type { DistrictStore } from '@/lib/stations/districtStore';
import type { IngestStore } from '@/lib/stations/ingestStore';
import { toRecord } from './fetchOutcome';

export interface DistrictsDeps {
  feed: Pick<FeedClient, 'fetchDistricts'>;
  ingest: Pick<IngestStore, 'recordFetch'>;
  districts: Pick<DistrictStore, 'storeDistricts'>;
}

export interface DistrictsResult {
  outcome: 'stored' | 'unchanged' | 'refused' | 'failed';
  districts: number;
  /** Stations that lie in another district than before. */
  reassigned: number;
  reason: string | null;
}

/** Fetches the city's districts, replaces the stored ones and gives each station its own. */
export async function ingestDistricts(deps: DistrictsDeps): Promise<DistrictsResult> {
  const fetched = await deps.feed.fetchDistricts();
  const { record, outcome, fetchedAt } = toRecord(fetched);
  if (!fetched.value) {
    await deps.ingest.recordFetch(record, outcome, null);
    return { outcome, districts: 0, reassigned: 0, reason: record.reason };
  }
  const reassigned = await deps.districts.storeDistricts(fetched.value, record, fetchedAt);
  return { outcome: 'stored', districts: fetched.value.length, reassigned, reason: null };
}
