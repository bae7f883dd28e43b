import type { StationInformation } from '@/lib/stations/station';
import { type FeedContext, firstSourcePlan } from './feedContext';
import { fetchOpendata } from './fetchOpendata';
import type { Reported } from './fetchReport';
import type { FetchTrace } from './fetchTrace';
import { fetchWithFallback } from './fetchWithFallback';
import { mapOpendataStations, type StationIdByCode } from './mapOpendata';
import { mapStations } from './mapStations';

/** What all stations are, from GBFS or else from the fallback. @throws FeedProblem */
export function fetchStations(
  context: FeedContext,
  trace: FetchTrace,
  stationIdByCode: StationIdByCode,
): Promise<Reported<StationInformation[]>> {
  const { maxBadShare, fallbackUrl } = context.config;
  const first = () =>
    context.bikes.fetchFile({
      names: ['station_information'],
      map: (json, fetchedAt) => mapStations(json, { fetchedAt, maxBadShare }),
      trace,
      plan: firstSourcePlan(context, trace),
    });
  const fallback = () =>
    fetchOpendata(context, {
      dataset: 'velib-emplacement-des-stations',
      trace,
      map: (json, fetchedAt) =>
        mapOpendataStations(json, { fetchedAt, maxBadShare, stationIdByCode }),
    });
  return fetchWithFallback(first, fallbackUrl === null ? null : fallback, trace);
}
