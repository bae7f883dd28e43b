import type { FeedClient } from '@/lib/gbfs/feedClient';
import type { IngestStore } from '@/lib/stations/ingestStore';
import type { SystemInformation } from '@/lib/stations/station';
import type { StationStore } from '@/lib/stations/stationStore';
import { toRecord } from './fetchOutcome';

export interface SystemDeps {
  feed: Pick<FeedClient, 'fetchSystem'>;
  ingest: Pick<IngestStore, 'recordFetch'>;
  stations: Pick<StationStore, 'storeSystem' | 'storePlaceholder'>;
  feedUrl: string;
  /** Shown until the feed has told its own name. */
  placeholder: SystemInformation;
}

/**
 * Fetches what the city is called and where its midnight is. A feed without system_information
 * still gets a row, for nothing can be shown of a city that has none.
 */
export async function ingestSystem(deps: SystemDeps): Promise<void> {
  const fetched = await deps.feed.fetchSystem();
  const { record, outcome } = toRecord(fetched);
  if (fetched.value) {
    await deps.stations.storeSystem(fetched.value, deps.feedUrl);
    await deps.ingest.recordFetch(record, 'stored', null);
    return;
  }
  await deps.stations.storePlaceholder(deps.placeholder, deps.feedUrl);
  await deps.ingest.recordFetch(record, outcome, null);
}
