import type { StatusSnapshot } from '@/lib/stations/snapshot';
import { type FeedContext, firstSourcePlan } from './feedContext';
import type { DocumentAnswer } from './fetchDocument';
import { fetchOpendata } from './fetchOpendata';
import type { Reported } from './fetchReport';
import type { FetchTrace } from './fetchTrace';
import { fetchWithFallback } from './fetchWithFallback';
import { mapOpendataStatus, type StationIdByCode } from './mapOpendata';
import { mapStatus } from './mapStatus';

/** The status of all stations, from GBFS or else from the fallback. @throws FeedProblem */
export function fetchStatus(
  context: FeedContext,
  trace: FetchTrace,
  stationIdByCode: StationIdByCode,
): Promise<Reported<StatusSnapshot>> {
  const { maxBadShare, fallbackUrl } = context.config;
  const fallback = () =>
    fetchOpendata(context, {
      dataset: 'velib-disponibilite-en-temps-reel',
      trace,
      map: (json, fetchedAt) =>
        mapOpendataStatus(json, { fetchedAt, maxBadShare, stationIdByCode }),
    });
  const first = () => fetchFromGbfs(context, trace);
  return fetchWithFallback(first, fallbackUrl === null ? null : fallback, trace);
}

async function fetchFromGbfs(
  context: FeedContext,
  trace: FetchTrace,
): Promise<DocumentAnswer<StatusSnapshot>> {
  const { bikes, config } = context;
  const plan = firstSourcePlan(context, trace);
  const vehicleTypes = await bikes.fetchVehicleTypes(trace, plan);
  const { maxBadShare } = config;
  return bikes.fetchFile({
    names: ['station_status'],
    map: (json, fetchedAt) => mapStatus(json, { fetchedAt, maxBadShare, vehicleTypes }),
    trace,
    plan,
  });
}
