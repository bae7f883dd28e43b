import type { FeedName } from '@/lib/stations/fetchRecord';
import type { FeedSource, StatusSnapshot } from '@/lib/stations/snapshot';
import type { OwnVehicle, StationInformation, SystemInformation } from '@/lib/stations/station';
import type { FeedConfig } from './feedConfig';
import type { FeedFetch } from './feedFetch';
import { FeedProblem } from './feedProblem';
import { fetchDistricts } from './fetchDistricts';
import { fetchDocument } from './fetchDocument';
import { createGbfsSource } from './fetchGbfs';
import { type Reported, reportFetch } from './fetchReport';
import type { FetchDeps, RetryPlan } from './fetchRetrying';
import { type FetchTrace, startTrace } from './fetchTrace';
import { type Fallback, fetchWithFallback } from './fetchWithFallback';
import type { DistrictFeature } from './mapDistricts';
import { mapOpendataStations, mapOpendataStatus, type StationIdByCode } from './mapOpendata';
import type { Mapped } from './mapped';
import { mapStations } from './mapStations';
import { mapStatus } from './mapStatus';
import { mapSystem } from './mapSystem';
import { mapVehicles } from './mapVehicles';
import { type OpendataDataset, opendataExportUrl } from './opendataUrl';

/**
 * Fetches a system's feeds. No method throws for what a server does: the report says what came of
 * it. One client serves a process's life, for it remembers addresses and validators.
 */
export interface FeedClient {
  fetchSystem(): Promise<FeedFetch<SystemInformation>>;
  /** @param stationIdByCode joins the fallback, which knows codes only */
  fetchStatus(stationIdByCode: StationIdByCode): Promise<FeedFetch<StatusSnapshot>>;
  fetchStations(stationIdByCode: StationIdByCode): Promise<FeedFetch<StationInformation[]>>;
  fetchVehicles(): Promise<FeedFetch<OwnVehicle[]>>;
  fetchDistricts(): Promise<FeedFetch<DistrictFeature[]>>;
  /** Makes the next requests unconditional: to be called when what came could not be stored. */
  forgetValidators(): void;
}

export function createFeedClient(deps: FetchDeps, config: FeedConfig): FeedClient {
  const bikes = createGbfsSource(deps, config, config.feedUrl);
  const fleet = config.vehicleFeedUrl
    ? createGbfsSource(deps, config, config.vehicleFeedUrl)
    : null;
  const { maxBadShare, fallbackUrl } = config;

  /** @param reservedMs of the budget, kept back for a fallback */
  const planOf = (trace: FetchTrace, reservedMs = 0): RetryPlan => ({
    deadlineAt: new Date(trace.startedAt.getTime() + config.retryBudgetMs - reservedMs),
    maxAttempts: config.maxAttempts,
    timeLimitMs: config.timeLimitMs,
  });

  function run<T>(
    feed: FeedName,
    source: FeedSource,
    fetchAnswer: (trace: FetchTrace) => Promise<Reported<T>>,
  ): Promise<FeedFetch<T>> {
    const trace = startTrace(feed, source, deps.clock());
    return reportFetch(deps, trace, () => fetchAnswer(trace));
  }

  function fallbackTo<T>(
    dataset: OpendataDataset,
    trace: FetchTrace,
    map: (json: unknown, fetchedAt: Date) => Mapped<T>,
  ): Fallback<T> {
    if (fallbackUrl === null) return null;
    const url = opendataExportUrl(fallbackUrl, dataset);
    return async () => {
      const request = { url, map, trace, plan: planOf(trace), maxBytes: config.maxBytes };
      const answer = await fetchDocument(deps, request);
      // The stored data are no longer the first source's, so its 304 would mean nothing.
      bikes.forgetValidators();
      return answer;
    };
  }

  const reservedMs = fallbackUrl === null ? 0 : config.timeLimitMs;

  return {
    fetchSystem: () =>
      run('system', 'gbfs', (trace) =>
        bikes.fetchFile({
          names: ['system_information'],
          map: mapSystem,
          trace,
          plan: planOf(trace),
        }),
      ),

    fetchStatus: (stationIdByCode) =>
      run('status', 'gbfs', (trace) => {
        const plan = planOf(trace, reservedMs);
        const fetchFirst = async () => {
          const vehicleTypes = await bikes.fetchVehicleTypes(trace, plan);
          return bikes.fetchFile({
            names: ['station_status'],
            map: (json, fetchedAt) => mapStatus(json, { fetchedAt, maxBadShare, vehicleTypes }),
            trace,
            plan,
          });
        };
        const fallback = fallbackTo('velib-disponibilite-en-temps-reel', trace, (json, fetchedAt) =>
          mapOpendataStatus(json, { fetchedAt, maxBadShare, stationIdByCode }),
        );
        return fetchWithFallback(fetchFirst, fallback, trace);
      }),

    fetchStations: (stationIdByCode) =>
      run('stations', 'gbfs', (trace) => {
        const fetchFirst = () =>
          bikes.fetchFile({
            names: ['station_information'],
            map: (json, fetchedAt) => mapStations(json, { fetchedAt, maxBadShare }),
            trace,
            plan: planOf(trace, reservedMs),
          });
        const fallback = fallbackTo('velib-emplacement-des-stations', trace, (json, fetchedAt) =>
          mapOpendataStations(json, { fetchedAt, maxBadShare, stationIdByCode }),
        );
        return fetchWithFallback(fetchFirst, fallback, trace);
      }),

    fetchVehicles: () =>
      run('vehicles', 'gbfs', async (trace) => {
        if (!fleet) throw new FeedProblem('notConfigured', 'No vehicle feed is configured');
        const plan = planOf(trace);
        const vehicleTypes = await fleet.fetchVehicleTypes(trace, plan);
        const context = { maxBadShare, vehicleTypes, defaultKind: config.vehicleKind };
        return fleet.fetchFile({
          names: ['vehicle_status', 'free_bike_status'],
          map: (json, fetchedAt) => mapVehicles(json, { ...context, fetchedAt }),
          trace,
          plan,
        });
      }),

    fetchDistricts: () =>
      run('districts', 'geojson', (trace) => fetchDistricts(deps, config, trace, planOf(trace))),

    forgetValidators() {
      bikes.forgetValidators();
      fleet?.forgetValidators();
    },
  };
}
