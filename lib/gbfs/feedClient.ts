import type { FeedName } from '@/lib/stations/fetchRecord';
import type { FeedSource, StatusSnapshot } from '@/lib/stations/snapshot';
import type { OwnVehicle, StationInformation, SystemInformation } from '@/lib/stations/station';
import type { FeedConfig } from './feedConfig';
import type { FeedContext } from './feedContext';
import type { FeedFetch } from './feedFetch';
import { fetchDistricts } from './fetchDistricts';
import { createGbfsSource } from './fetchGbfs';
import { type Reported, reportFetch } from './fetchReport';
import type { FetchDeps } from './fetchRetrying';
import { fetchStations } from './fetchStations';
import { fetchStatus } from './fetchStatus';
import { fetchSystem } from './fetchSystem';
import { type FetchTrace, startTrace } from './fetchTrace';
import { type Fleet, fetchVehicles } from './fetchVehicles';
import type { DistrictFeature } from './mapDistricts';
import type { StationIdByCode } from './mapOpendata';
import { createTtlGate } from './ttlGate';

/**
 * Fetches a system's feeds. No method throws for what a server does: the report says what came of
 * it. One client serves a process's life, for it remembers addresses and validators.
 */
export interface FeedClient {
  fetchSystem(): Promise<FeedFetch<SystemInformation>>;
  /** @param stationIdByCode joins the fallback, which knows codes only */
  fetchStatus(stationIdByCode: StationIdByCode): Promise<FeedFetch<StatusSnapshot>>;
  /** @param stationIdByCode joins the fallback, which knows codes only */
  fetchStations(stationIdByCode: StationIdByCode): Promise<FeedFetch<StationInformation[]>>;
  fetchVehicles(): Promise<FeedFetch<OwnVehicle[]>>;
  fetchDistricts(): Promise<FeedFetch<DistrictFeature[]>>;
  /** Makes the next requests unconditional: to be called when what came could not be stored. */
  forgetValidators(): void;
}

export function createFeedClient(deps: FetchDeps, config: FeedConfig): FeedClient {
  const bikes = createGbfsSource(deps, config, config.feedUrl);
  const fleet: Fleet | null = config.vehicleFeedUrl
    ? { source: createGbfsSource(deps, config, config.vehicleFeedUrl), ttl: createTtlGate() }
    : null;
  const context: FeedContext = { deps, config, bikes };

  function run<T>(
    feed: FeedName,
    source: FeedSource,
    fetchAnswer: (trace: FetchTrace) => Promise<Reported<T>>,
  ): Promise<FeedFetch<T>> {
    const trace = startTrace(feed, source, deps.clock());
    return reportFetch(deps, trace, () => fetchAnswer(trace));
  }

  return {
    fetchSystem: () => run('system', 'gbfs', (trace) => fetchSystem(context, trace)),
    fetchStatus: (stationIdByCode) =>
      run('status', 'gbfs', (trace) => fetchStatus(context, trace, stationIdByCode)),
    fetchStations: (stationIdByCode) =>
      run('stations', 'gbfs', (trace) => fetchStations(context, trace, stationIdByCode)),
    fetchVehicles: () => run('vehicles', 'gbfs', (trace) => fetchVehicles(context, trace, fleet)),
    fetchDistricts: () => run('districts', 'geojson', (trace) => fetchDistricts(context, trace)),
    forgetValidators() {
      bikes.forgetValidators();
      fleet?.source.forgetValidators();
      fleet?.ttl.stop();
    },
  };
}
